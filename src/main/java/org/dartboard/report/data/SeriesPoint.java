package org.dartboard.report.data;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One point of a chart.
 *
 * @param series the line, method or group that the point belongs to
 * @param mark what it stands for
 * @param x a number in a curve, the category's name elsewhere; blank for a threshold
 * @param y the value; null for a band
 * @param low lower end of band or interval; null where there is none
 * @param high upper end of band or interval; null where there is none
 */
public record SeriesPoint(
    String series,
    Mark mark,
    String x,
    @Nullable Double y,
    @Nullable Double low,
    @Nullable Double high) {
  /** Beyond this size, axes have no readable labels. */
  static final double LARGEST = 1e12;

  public SeriesPoint {
    Identifiers.filled("series of a point", series);
    Intervals.check(mark.text(), low, high);
    if (mark == Mark.THRESHOLD && !x.isEmpty()) {
      throw new IllegalArgumentException(
          "a point with mark threshold is of all categories: expected a blank x, found '"
              + x
              + "'");
    }
    if (mark == Mark.BAND ? low == null : y == null) {
      throw new IllegalArgumentException(
          "a point with mark "
              + mark.text()
              + " needs "
              + (mark == Mark.BAND ? "low and high" : "y")
              + ", which is blank");
    }
  }

  /** A point of a line. */
  public static SeriesPoint line(String series, double x, double y) {
    return new SeriesPoint(series, Mark.LINE, Double.toString(x), y, null, null);
  }

  /** A slice of a band. */
  public static SeriesPoint band(String series, double x, double low, double high) {
    return new SeriesPoint(series, Mark.BAND, Double.toString(x), null, low, high);
  }

  /** A single run in a category. */
  public static SeriesPoint dot(String series, String category, double y) {
    return new SeriesPoint(series, Mark.DOT, category, y, null, null);
  }

  /** A single run over a number, beside lines or alone. */
  public static SeriesPoint dot(String series, double x, double y) {
    return dot(series, Double.toString(x), y);
  }

  /** A published figure; low and high are null where its spread is unknown. */
  public static SeriesPoint published(
      String series, String category, double y, @Nullable Double low, @Nullable Double high) {
    return new SeriesPoint(series, Mark.PUBLISHED, category, y, low, high);
  }

  /** A measured mean; low and high are null where it has no interval. */
  public static SeriesPoint measured(
      String series, String category, double y, @Nullable Double low, @Nullable Double high) {
    return new SeriesPoint(series, Mark.MEASURED, category, y, low, high);
  }

  /** A value that the runs of all categories are held against. */
  public static SeriesPoint threshold(String series, double y) {
    return new SeriesPoint(series, Mark.THRESHOLD, "", y, null, null);
  }

  /** The value of x in a curve; NaN where it is not a number. */
  public double number() {
    try {
      return Double.parseDouble(x);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /**
   * Whether each value that the point has can be drawn: finite, and of at most a million million in
   * size. What is larger has diverged as much as what is infinite.
   */
  public boolean finite() {
    return Stream.of(Optional.ofNullable(y), Optional.ofNullable(low), Optional.ofNullable(high))
        .flatMap(Optional::stream)
        .allMatch(value -> Math.abs(value) <= LARGEST);
  }
}
