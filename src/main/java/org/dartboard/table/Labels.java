package org.dartboard.table;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the labels of closed sets. */
final class Labels {
  private Labels() {}

  static <T> T parse(String what, String text, T[] values, Function<T, String> label) {
    for (T value : values) {
      if (label.apply(value).equalsIgnoreCase(text.strip())) {
        return value;
      }
    }
    throw new IllegalQueryException(
        what
            + " '"
            + text
            + "' is unknown; it is one of "
            + Arrays.stream(values).map(label).collect(Collectors.joining(", ")));
  }
}
