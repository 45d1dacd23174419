package org.dartboard.report.data;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said of figures that stand in for published data: a headline of a few words, a colon, and
 * sentences that explain it. No words at all are said of published data.
 */
public final class StandInWords {
  private static final String COLON = ": ";

  private StandInWords() {}

  /** The few words before the colon, for pictures and table cells; all where there is no colon. */
  public static String headline(String words) {
    int end = words.indexOf(COLON);
    return end < 0 ? words : words.substring(0, end);
  }

  /** Words on both of two things of which either may be published data. */
  public static String joined(String first, String second) {
    if (first.isBlank() || second.isBlank()) {
      return first + second;
    }
    return Stream.of(first, second).map(StandInWords::headline).collect(Collectors.joining("; "))
        + COLON
        + Stream.of(first, second).map(StandInWords::explanation).collect(Collectors.joining(". "));
  }

  private static String explanation(String words) {
    int end = words.indexOf(COLON);
    return end < 0 ? "" : words.substring(end + COLON.length());
  }
}
