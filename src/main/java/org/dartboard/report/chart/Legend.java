package org.dartboard.report.chart;

import java.util.stream.Stream;

/** How much room the legend takes. */
final class Legend {
  /** Height of one line of the legend. */
  static final int LINE = 28;

  private static final int SYMBOL_AND_PADDING = 58;

  private Legend() {}

  /** Whether the names do not fit beside each other. */
  static boolean isVertical(Stream<String> names, Size size) {
    double width =
        names
            .mapToDouble(name -> Letters.width(fitted(name, size), size.small()))
            .map(name -> name + SYMBOL_AND_PADDING)
            .sum();
    return width > size.width() - 24;
  }

  /** A name, cut where it is wider than a whole line. */
  static String fitted(String name, Size size) {
    return Letters.fitted(name, size.small(), size.width() - 96.0);
  }
}
