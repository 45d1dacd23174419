package org.dartboard.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dartboard.io.DataFolders;

/** Where the table's files are. */
public final class TableLocation {
  /** The name of the table's folder below a root. */
  public static final String FOLDER = "nasbench201";

  private TableLocation() {}

  /**
   * The folder of the table: the first root's {@code nasbench201} that holds one, where the root
   * itself may take that folder's place.
   *
   * @throws TableMissingException saying where it looked and how to get the files
   */
  public static Path find(DataFolders folders) {
    Map<Path, String> places = namedPlaces(folders);
    for (Path place : places.keySet()) {
      if (holdsTable(place)) {
        return place;
      }
    }
    StringBuilder message = new StringBuilder("the NAS-Bench-201 table was not found. Looked in:");
    places.forEach(
        (place, name) ->
            message
                .append("\n  ")
                .append(place)
                .append(" (")
                .append(name)
                .append("): ")
                .append(finding(place)));
    if (!folders.named()) {
      message.append("\n  ").append(DataFolders.VARIABLE).append(" is not set");
    }
    throw new TableMissingException(message + "\n" + howTo());
  }

  /** Where the table is looked for, first place first. */
  public static List<Path> places(DataFolders folders) {
    return List.copyOf(namedPlaces(folders).keySet());
  }

  private static Map<Path, String> namedPlaces(DataFolders folders) {
    Map<Path, String> places = new LinkedHashMap<>();
    for (DataFolders.Root root : folders.roots()) {
      places.put(root.path().resolve(FOLDER), FOLDER + " in " + root.name());
      places.put(root.path(), root.name());
    }
    return places;
  }

  /**
   * The folder of the table under the usual roots.
   *
   * @param home the checkout
   * @param environment the environment's variables, as {@link System#getenv()} gives them
   * @throws TableMissingException as {@link #find(DataFolders)}
   */
  public static Path find(Path home, Map<String, String> environment) {
    return find(DataFolders.of(environment, home));
  }

  /** Refuses a folder without a table. */
  static void require(Path folder) {
    if (!holdsTable(folder)) {
      throw new TableMissingException(
          "no NAS-Bench-201 table in " + folder + ": " + finding(folder) + "\n" + howTo());
    }
  }

  private static boolean holdsTable(Path folder) {
    return FileContent.find(folder, TablePart.ARCHITECTURES).isPresent();
  }

  private static String finding(Path folder) {
    if (!Files.exists(folder)) {
      return "there is no such folder";
    }
    return Files.isDirectory(folder)
        ? "it holds neither " + stem() + ".csv nor " + stem() + ".csv.gz"
        : "it is not a folder";
  }

  private static String howTo() {
    return "'dartboard data pull nasbench201' downloads it. Or put the table's CSV files ("
        + stem()
        + ".csv and others, plain or as .csv.gz) into "
        + DataFolders.OWN
        + ", or set "
        + DataFolders.VARIABLE
        + " to the folder above "
        + FOLDER
        + "; "
        + DataFolders.OWN
        + "/README.md lists the files, their columns and where public copies of the figures are";
  }

  private static String stem() {
    return TablePart.ARCHITECTURES.stem();
  }
}
