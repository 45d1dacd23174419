package org.dartboard.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dartboard.importing.DataSet;
import org.dartboard.importing.DataSets;
import org.dartboard.io.DataFolders;
import org.jspecify.annotations.Nullable;

/** Data sets as a user names them, and where this machine has data. */
final class DataNames {
  private DataNames() {}

  /**
   * The named data sets.
   *
   * @throws BadInputException listing every name that is none, and those that there are
   */
  static List<DataSet> select(DataSets sets, List<String> names) {
    List<DataSet> selected = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String name : names) {
      sets.find(name).ifPresentOrElse(selected::add, () -> unknown.add("'" + name + "'"));
    }
    if (!unknown.isEmpty()) {
      throw new BadInputException(
          "there is no data set " + String.join(", ", unknown) + "; there are " + sets.names());
    }
    return selected;
  }

  /** The folder that a user named, else the usual ones. */
  static DataFolders folders(@Nullable Path named) {
    return named == null
        ? DataFolders.of(System.getenv(), Home.find().folder())
        : DataFolders.only(named);
  }
}
