package org.dartboard.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the table's files are. */
public final class TableLocation {
  /** The environment variable that names the folder above {@code nasbench201}. */
  public static final String VARIABLE = "DARTBOARD_DATA";

  private static final String BELOW_VARIABLE = "nasbench201";
  private static final String BELOW_HOME = "nasbench201-data";

  private TableLocation() {}

  /**
   * The folder of the table: {@code $DARTBOARD_DATA/nasbench201}, else {@code nasbench201-data} in
   * the checkout.
   *
   * @param home the checkout
   * @param environment the environment's variables, as {@link System#getenv()} gives them
   * @throws TableMissingException saying where it looked and how to get the files
   */
  public static Path find(Path home, Map<String, String> environment) {
    Map<Path, String> places = new LinkedHashMap<>();
    String data = environment.get(VARIABLE);
    if (data != null && !data.isBlank()) {
      places.put(Path.of(data).resolve(BELOW_VARIABLE), "$" + VARIABLE + "/" + BELOW_VARIABLE);
    }
    places.put(home.resolve(BELOW_HOME), BELOW_HOME + " in the checkout");
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
    if (data == null || data.isBlank()) {
      message.append("\n  ").append(VARIABLE).append(" is not set");
    }
    throw new TableMissingException(message + "\n" + howTo());
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
    return "Put the table's CSV files ("
        + stem()
        + ".csv and others, plain or as .csv.gz) into "
        + BELOW_HOME
        + ", or set "
        + VARIABLE
        + " to the folder above "
        + BELOW_VARIABLE
        + "; "
        + BELOW_HOME
        + "/README.md lists the files, their columns and where public copies of the figures are";
  }

  private static String stem() {
    return TablePart.ARCHITECTURES.stem();
  }
}
