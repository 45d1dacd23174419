package org.dartboard.table;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown where files are not those of the benchmark; the message names every file with line,
 * column, what was expected and what was found.
 */
public final class TableFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TableFormatException(List<Defects> files) {
    super(
        files.stream()
            .map(Defects::describe)
            .collect(
                Collectors.joining(
                    "\n",
                    "",
                    "\nThe table was not loaded. Replace each file by an intact copy, or take it"
                        + " away to go on without its columns; nasbench201-data/README.md says"
                        + " where public copies are.")));
  }
}
