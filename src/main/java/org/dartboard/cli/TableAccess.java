package org.dartboard.cli;

import java.util.Set;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TableLocation;
import org.dartboard.table.TablePart;

/** Loads the table from where this machine has it. */
final class TableAccess {
  private TableAccess() {}

  static Nb201Table load(Set<TablePart> parts) {
    return Nb201Table.load(TableLocation.find(Home.find().folder(), System.getenv()), parts);
  }
}
