package org.dartboard.report.chart;

import java.util.List;

/** How much room the legend takes. */
final class Legend {
  /** Height of one line of the legend. */
  static final int LINE = 28;

  /** What a second line of a name adds. */
  private static final int MORE = 20;

  private static final double XCHART_SHARE = 0.44;
  private static final int SYMBOL_AND_PADDING = 58;

  private Legend() {}

  /** Whether the names do not fit beside each other, or one takes two lines. */
  static boolean isVertical(List<String> names, Size size) {
    double width =
        names.stream()
            .mapToDouble(name -> Letters.width(fitted(name, size), size.small()))
            .map(name -> name + SYMBOL_AND_PADDING)
            .sum();
    return width > size.width() - 24
        || names.stream().anyMatch(name -> broken(name, size).contains("\n"));
  }

  /**
   * A name in two lines where it is wider than one: XChart cuts what is wider than about half of a
   * chart, and names that begin alike would then look the same.
   */
  static String broken(String name, Size size) {
    double room = size.width() * XCHART_SHARE;
    String line = "";
    for (String word : name.strip().split("\\s+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && Letters.width(longer, size.small()) > room) {
        String rest = name.strip().replaceAll("\\s+", " ").substring(line.length() + 1);
        return line + "\n" + Letters.fitted(rest, size.small(), room);
      }
      line = longer;
    }
    return Letters.fitted(line, size.small(), room);
  }

  /** The height of a legend of broken names. */
  static int height(List<String> names, Size size) {
    return isVertical(names, size)
        ? names.stream()
            .mapToInt(name -> broken(name, size).contains("\n") ? LINE + MORE : LINE)
            .sum()
        : LINE;
  }

  /** A name, cut where it is wider than a whole line. */
  static String fitted(String name, Size size) {
    return Letters.fitted(name, size.small(), size.width() - 96.0);
  }
}
