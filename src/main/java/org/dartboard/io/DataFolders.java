package org.dartboard.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where data that others published is looked for, first place first. It is the only class that
 * knows.
 */
public record DataFolders(List<Root> roots) {
  /** The environment variable that names the first root. */
  public static final String VARIABLE = "DARTBOARD_DATA";

  /** The last root, in the project's home. */
  public static final String OWN = "nasbench201-data";

  /**
   * A folder that may hold data folders such as {@code cifar-10}.
   *
   * @param name what a message calls it
   */
  public record Root(Path path, String name) {}

  public DataFolders {
    roots = List.copyOf(roots);
    if (roots.isEmpty()) {
      throw new IllegalArgumentException("data must be looked for somewhere");
    }
  }

  /**
   * The usual roots: the folder that {@value #VARIABLE} names, then {@value #OWN} in the project's
   * home.
   *
   * @param environment the process's environment, or a part of it
   * @param home the project's home folder
   */
  public static DataFolders of(Map<String, String> environment, Path home) {
    List<Root> roots = new ArrayList<>();
    String named = environment.get(VARIABLE);
    if (named != null && !named.isBlank()) {
      roots.add(new Root(Path.of(named), "$" + VARIABLE));
    }
    roots.add(new Root(home.resolve(OWN), OWN + " in the checkout"));
    return new DataFolders(roots);
  }

  /** One root alone. */
  public static DataFolders only(Path folder) {
    return new DataFolders(List.of(new Root(folder, folder.toString())));
  }

  /** The first root, where new data goes. */
  public Path first() {
    return roots.get(0).path();
  }

  /** Whether the environment names a root. */
  public boolean named() {
    return roots.get(0).name().startsWith("$");
  }

  /** The first root's folder of that name, or empty if no root has one. */
  public Optional<Path> lookUp(String name) {
    return places(name).stream().filter(Files::isDirectory).findFirst();
  }

  /** Where a folder of that name is looked for. */
  public List<Path> places(String name) {
    return roots.stream().map(root -> root.path().resolve(name)).toList();
  }

  /**
   * The first root's folder of that name.
   *
   * @throws MissingDataException if no root has one; the message lists the places
   */
  public Path find(String name) throws MissingDataException {
    Optional<Path> found = lookUp(name);
    if (found.isPresent()) {
      return found.get();
    }
    String places = places(name).stream().map(Path::toString).collect(Collectors.joining(", "));
    throw new MissingDataException(
        "there is no data folder '"
            + name
            + "'; looked for "
            + places
            + ". Set "
            + VARIABLE
            + " to the folder that holds it, or see 'dartboard data status'");
  }
}
