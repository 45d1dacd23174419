package org.dartboard.cli;

/** What the process tells the script that called it. */
final class ExitCode {
  /** The command did what it was asked to. */
  static final int DONE = 0;

  /** A claim was not reproduced, and the caller had asked for that to count as a failure. */
  static final int NOT_REPRODUCED = 1;

  /** The arguments or an input file are wrong. */
  static final int BAD_INPUT = 2;

  /** The command needs data that are not there. */
  static final int MISSING_DATA = 3;

  /** Something went wrong that the caller cannot mend by other input, such as a full disk. */
  static final int FAILED = 4;

  private ExitCode() {}
}
