package org.dartboard.cli;

import java.util.Locale;

/** How a command prints data. */
enum OutputFormat {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON,
  /** For spreadsheets and statistics. */
  CSV;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
