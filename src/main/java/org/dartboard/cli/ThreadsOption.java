package org.dartboard.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many threads compute. The launcher acts on it; here it is only checked. */
final class ThreadsOption {
  private static final String ENVIRONMENT = "OMP_NUM_THREADS";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads that compute, at most one a core. Default: what OMP_NUM_THREADS says, else one a"
              + " core.")
  private @Nullable Integer threads;

  /**
   * Checks that the launcher has done what was asked.
   *
   * @throws BadInputException if the number is not 1 to the number of cores, or not what oneDNN has
   *     been loaded with
   */
  void check() {
    check(System.getenv(ENVIRONMENT), Runtime.getRuntime().availableProcessors());
  }

  /**
   * The same.
   *
   * @param loaded what oneDNN has been loaded with, as the environment says it
   * @param cores how many there are
   */
  void check(@Nullable String loaded, int cores) {
    if (threads == null) {
      return;
    }
    if (threads < 1 || threads > cores) {
      throw new BadInputException(
          "--threads is %d, not 1 to %d, the number of cores".formatted(threads, cores));
    }
    if (loaded == null || !loaded.matches("0*" + threads)) {
      throw new BadInputException(
          "--threads is a matter of the launcher scripts/dartboard, since oneDNN reads it when it is"
              + " loaded; without the launcher set "
              + ENVIRONMENT
              + "="
              + threads);
    }
  }
}
