package org.dartboard.cli;

import picocli.CommandLine.Option;

/** How many threads compute. The launcher acts on it; here it is only checked. */
final class ThreadsOption {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that compute. Default: what OMP_NUM_THREADS says, else one a core.")
  private int threads;

  /**
   * Checks that the launcher has done what was asked.
   *
   * @throws BadInputException if the number is negative, or not what oneDNN has been loaded with
   */
  void check() {
    if (threads < 0) {
      throw new BadInputException("--threads is " + threads + ", not 1 or more");
    }
    if (threads > 0 && !Integer.toString(threads).equals(System.getenv("OMP_NUM_THREADS"))) {
      throw new BadInputException(
          "--threads is a matter of the launcher scripts/dartboard, since oneDNN reads it when it is"
              + " loaded; without the launcher set OMP_NUM_THREADS="
              + threads);
    }
  }
}
