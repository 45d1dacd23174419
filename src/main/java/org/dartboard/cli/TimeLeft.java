package org.dartboard.cli;

/** Time in words, as precise as a guess deserves. */
final class TimeLeft {
  private TimeLeft() {}

  /** Such as {@code 90 s}, {@code 45 min} or {@code 3 h 5 min}. */
  static String text(double seconds) {
    long whole = Math.round(seconds);
    return whole < 120
        ? whole + " s"
        : whole < 7200 ? whole / 60 + " min" : whole / 3600 + " h " + whole / 60 % 60 + " min";
  }
}
