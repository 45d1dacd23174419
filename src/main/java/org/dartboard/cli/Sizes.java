package org.dartboard.cli;

import java.util.Locale;

/** Prints sizes for people. */
final class Sizes {
  private static final double KIBI = 1024;

  private Sizes() {}

  static String text(long bytes) {
    if (bytes < KIBI) {
      return bytes + " bytes";
    }
    return bytes < KIBI * KIBI
        ? String.format(Locale.ROOT, "%.1f KiB", bytes / KIBI)
        : String.format(Locale.ROOT, "%.1f MiB", bytes / (KIBI * KIBI));
  }
}
