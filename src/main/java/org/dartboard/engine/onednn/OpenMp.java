package org.dartboard.engine.onednn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How many threads oneDNN's OpenMP runtime computes with.
 *
 * <p>oneDNN has no call that tells, so this follows the rules by which OpenMP decides: {@code
 * OMP_NUM_THREADS}, or else the processors that the process may run on, and no more than {@code
 * OMP_THREAD_LIMIT}. What cannot be read is ignored, as the runtime does.
 */
final class OpenMp {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String ALLOWED = "Cpus_allowed_list:";

  private OpenMp() {}

  /** How many threads compute in this process. */
  static int threads() {
    return threads(System.getenv(), allowedProcessors());
  }

  /**
   * How many threads compute.
   *
   * @param environment the process's
   * @param processors how many it may run on
   */
  static int threads(Map<String, String> environment, int processors) {
    // The first of a list counts: the others are for parallel regions inside of others.
    String first = environment.getOrDefault("OMP_NUM_THREADS", "").split(",", 2)[0];
    int asked = positive(first).orElse(processors);
    int limit =
        positive(environment.getOrDefault("OMP_THREAD_LIMIT", "")).orElse(Integer.MAX_VALUE);
    return Math.min(asked, limit);
  }

  /** Java counts a container's share of time too, which OpenMP does not. */
  private static int allowedProcessors() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(ALLOWED)) {
          return count(line.substring(ALLOWED.length()))
              .orElse(Runtime.getRuntime().availableProcessors());
        }
      }
    } catch (IOException e) {
      // Not Linux, or not to be read: Java's count is the next best.
    }
    return Runtime.getRuntime().availableProcessors();
  }

  /** How many numbers a list such as {@code 0-3,8} has, or empty if it cannot be read. */
  static OptionalInt count(String list) {
    int count = 0;
    for (String range : list.split(",", -1)) {
      String[] ends = range.strip().split("-", 2);
      try {
        int first = Integer.parseInt(ends[0]);
        int last = ends.length == 1 ? first : Integer.parseInt(ends[1]);
        count += last - first + 1;
      } catch (NumberFormatException e) {
        return OptionalInt.empty();
      }
    }
    return count > 0 ? OptionalInt.of(count) : OptionalInt.empty();
  }

  private static OptionalInt positive(String text) {
    try {
      int value = Integer.parseInt(text.strip());
      return value > 0 ? OptionalInt.of(value) : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}
