package org.dartboard.claim;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Levenshtein's distance: how many characters to insert, delete or replace. */
final class EditDistance {
  private static final int SUGGESTIONS = 3;

  private EditDistance() {}

  /** The three names nearest to one, nearest first, of equals the first; empty for none. */
  static String nearest(String name, Stream<String> known) {
    return known
        .sorted(Comparator.comparingInt(candidate -> between(name, candidate)))
        .limit(SUGGESTIONS)
        .collect(Collectors.joining(", "));
  }

  static int between(String first, String second) {
    int[] previous = new int[second.length() + 1];
    for (int j = 0; j <= second.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= first.length(); i++) {
      int[] current = new int[second.length() + 1];
      current[0] = i;
      for (int j = 1; j <= second.length(); j++) {
        int replaced = previous[j - 1] + (first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[second.length()];
  }
}
