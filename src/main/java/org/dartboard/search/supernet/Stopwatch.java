package org.dartboard.search.supernet;

import java.util.Locale;

/** Adds up the time of like pieces of work. */
final class Stopwatch {
  private long begun;
  private long nanos;
  private int pieces;

  /** A piece begins. */
  void start() {
    begun = System.nanoTime();
  }

  /** The piece that began last ends. */
  void stop() {
    nanos += System.nanoTime() - begun;
    pieces++;
  }

  /** The mean of the pieces in milliseconds, with three decimals; nothing if there was none. */
  String meanMillis() {
    return pieces == 0 ? "" : String.format(Locale.ROOT, "%.3f", nanos / 1e6 / pieces);
  }
}
