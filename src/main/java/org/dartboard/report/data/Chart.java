package org.dartboard.report.data;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A chart, as data.
 *
 * @param id the stem of its file names; unique within the claim
 * @param form how the points are shown
 * @param title a few words
 * @param xLabel what x is, with its unit; the categories' heading where x is a category
 * @param yLabel what y is, with its unit
 * @param alternative what is to be seen, in full sentences, for those who cannot see it
 * @param logX whether x is drawn on a logarithmic axis; curves only
 * @param limits what values can lie in, so that their axis goes no further
 * @param span what the axis of values holds even where no point is, so that charts can be compared;
 *     null where it follows the points
 * @param points at least one that can be drawn
 */
public record Chart(
    String id,
    ChartForm form,
    String title,
    String xLabel,
    String yLabel,
    String alternative,
    boolean logX,
    ValueRange limits,
    @Nullable ValueRange span,
    List<SeriesPoint> points) {
  private static final List<String> RESERVED_ENDINGS = List.of("-dark", "-narrow");

  public Chart {
    Identifiers.checked("chart", id);
    String what = "chart " + id;
    for (String ending : RESERVED_ENDINGS) {
      if (id.endsWith(ending)) {
        throw new IllegalArgumentException(
            what + ": names that end in " + ending + " are taken by the variants of other charts");
      }
    }
    Identifiers.filled("title of " + what, title);
    Identifiers.filled("text alternative of " + what, alternative);
    points = List.copyOf(points);
    if (logX && form != ChartForm.CURVE) {
      throw new IllegalArgumentException(
          what + ": a logarithmic x is for curves, this is a chart of form " + form.text());
    }
    if (span != null && !(Double.isFinite(span.low()) && Double.isFinite(span.high()))) {
      throw new IllegalArgumentException(
          what + ": the span of its axis needs two finite ends, found " + span);
    }
    for (SeriesPoint point : points) {
      checkPoint(what, form, point);
    }
    if (points.stream()
        .noneMatch(point -> point.mark() != Mark.THRESHOLD && drawable(form, logX, point))) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has nothing to draw: expected at least one point whose values are finite%s and at"
                  + " most %.0e in size, found none among %d",
              what,
              logX ? ", whose x is positive," : "",
              SeriesPoint.LARGEST,
              points.size()));
    }
  }

  /** A chart whose axis of values follows its points. */
  public Chart(
      String id,
      ChartForm form,
      String title,
      String xLabel,
      String yLabel,
      String alternative,
      boolean logX,
      List<SeriesPoint> points) {
    this(id, form, title, xLabel, yLabel, alternative, logX, ValueRange.ALL, null, points);
  }

  /** This chart with an axis of values that goes no further than values can lie. */
  public Chart within(ValueRange newLimits) {
    return new Chart(id, form, title, xLabel, yLabel, alternative, logX, newLimits, span, points);
  }

  /** This chart with an axis of values that holds a range, even where no point is. */
  public Chart spanning(ValueRange newSpan) {
    return new Chart(id, form, title, xLabel, yLabel, alternative, logX, limits, newSpan, points);
  }

  /**
   * The points that can be drawn: finite, of at most a million million in size, and with a positive
   * x on a logarithmic axis.
   */
  public List<SeriesPoint> drawn() {
    return points.stream().filter(point -> drawable(form, logX, point)).toList();
  }

  /**
   * This chart as one of several that share an id and a title.
   *
   * @param number its place among them, from 1
   * @param of how many there are
   * @param sentence what must be said of them all, after the text alternative
   */
  public Chart part(int number, int of, String sentence) {
    return new Chart(
        id + "-" + number,
        form,
        title + ", part " + number + " of " + of,
        xLabel,
        yLabel,
        alternative + " " + sentence,
        logX,
        limits,
        span,
        points);
  }

  /** How many points cannot be drawn. */
  public int leftOut() {
    return points.size() - drawn().size();
  }

  private static void checkPoint(String what, ChartForm form, SeriesPoint point) {
    Set<Mark> legal =
        switch (form) {
          case CURVE -> EnumSet.of(Mark.LINE, Mark.BAND, Mark.DOT);
          case PANELS -> EnumSet.of(Mark.LINE);
          case DOTS -> EnumSet.of(Mark.DOT, Mark.PUBLISHED, Mark.MEASURED, Mark.THRESHOLD);
          case COMPARISON -> EnumSet.of(Mark.PUBLISHED, Mark.MEASURED);
        };
    if (!legal.contains(point.mark())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: form %s takes the marks %s, not %s",
              what,
              form.text(),
              String.join(", ", legal.stream().map(Mark::text).toList()),
              point.mark().text()));
    }
    if (overNumbers(form) && Double.isNaN(point.number()) && !point.x().equals("NaN")) {
      throw new IllegalArgumentException(
          what + ": x of a curve is a number, not '" + point.x() + "'");
    }
    if (form == ChartForm.PANELS) {
      PanelSeries.of(point);
    }
    if (point.mark() != Mark.THRESHOLD && !overNumbers(form)) {
      Identifiers.filled("category of a point of " + what, point.x());
    }
  }

  private static boolean overNumbers(ChartForm form) {
    return form == ChartForm.CURVE || form == ChartForm.PANELS;
  }

  private static boolean drawable(ChartForm form, boolean logX, SeriesPoint point) {
    if (!overNumbers(form)) {
      return point.finite();
    }
    double x = point.number();
    return point.finite()
        && Math.abs(x) <= SeriesPoint.LARGEST
        && (!logX || x >= 1 / SeriesPoint.LARGEST);
  }
}
