package org.dartboard.report.data;

import java.util.Arrays;
import java.util.List;

/** A member of a closed set of words, as they stand in files and on pages. */
public interface Worded {

  /** The word itself, in lower case. */
  String text();

  /** All words of a set, in their order. */
  static <W extends Enum<W> & Worded> List<String> words(Class<W> set) {
    return Arrays.stream(set.getEnumConstants()).map(Worded::text).toList();
  }

  /**
   * The member with this word.
   *
   * @throws IllegalArgumentException where the set has no such word; the message lists those it has
   */
  static <W extends Enum<W> & Worded> W parse(Class<W> set, String text) {
    return Arrays.stream(set.getEnumConstants())
        .filter(word -> word.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + text + "' is none of: " + String.join(", ", words(set))));
  }
}
