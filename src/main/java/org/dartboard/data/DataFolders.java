package org.dartboard.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where data that others published is looked for, first place first.
 *
 * @param roots folders that may hold data folders such as {@code cifar-10}
 */
public record DataFolders(List<Path> roots) {
  /** The environment variable that names the first root. */
  public static final String VARIABLE = "DARTBOARD_DATA";

  public DataFolders {
    roots = List.copyOf(roots);
  }

  /**
   * The usual roots: the folder that {@value #VARIABLE} names, then {@code nasbench201-data} in the
   * project's home.
   *
   * @param environment the process's environment, or a part of it
   * @param home the project's home folder
   */
  public static DataFolders of(Map<String, String> environment, Path home) {
    List<Path> roots = new ArrayList<>();
    String named = environment.get(VARIABLE);
    if (named != null && !named.isBlank()) {
      roots.add(Path.of(named));
    }
    roots.add(home.resolve("nasbench201-data"));
    return new DataFolders(roots);
  }

  /** The first root's folder of that name, or empty if no root has one. */
  public Optional<Path> lookUp(String name) {
    return roots.stream().map(root -> root.resolve(name)).filter(Files::isDirectory).findFirst();
  }

  /**
   * The first root's folder of that name.
   *
   * @throws MissingDataException if no root has one; the message lists the places
   */
  public Path find(String name) throws DataException {
    Optional<Path> found = lookUp(name);
    if (found.isPresent()) {
      return found.get();
    }
    String places =
        roots.stream().map(root -> root.resolve(name).toString()).collect(Collectors.joining(", "));
    throw new MissingDataException(
        "there is no data folder '"
            + name
            + "'; looked for "
            + places
            + ". Set "
            + VARIABLE
            + " to the folder that holds it");
  }
}
