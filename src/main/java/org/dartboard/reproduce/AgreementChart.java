package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Quantile;
import org.dartboard.claim.Column;
import org.dartboard.claim.Procedure;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.SeriesPoint;

/**
 * How one accuracy goes with another: architectures are ordered by x and cut into groups of equal
 * size, of which the median of y and the band between its tenth and ninetieth percentile are drawn.
 */
final class AgreementChart {
  private static final int GROUPS = 50;
  private static final double LOW = 0.1;
  private static final double MEDIAN = 0.5;
  private static final double HIGH = 0.9;

  private AgreementChart() {}

  static Chart of(Procedure.CorrelationOfColumns procedure, double[] x, double[] y) {
    List<Integer> order =
        IntStream.range(0, x.length)
            .boxed()
            .sorted(Comparator.comparingDouble(index -> x[index]))
            .toList();
    List<SeriesPoint> points = new ArrayList<>();
    String series = "median of " + order.size() / GROUPS + " architectures";
    for (int group = 0; group < GROUPS; group++) {
      List<Integer> members =
          order.subList(group * order.size() / GROUPS, (group + 1) * order.size() / GROUPS);
      double[] values = members.stream().mapToDouble(index -> y[index]).sorted().toArray();
      double centre = x[members.get(members.size() / 2)];
      points.add(
          SeriesPoint.line(series, centre, Quantile.withDefaults().evaluate(values, MEDIAN)));
      points.add(
          SeriesPoint.band(
              series,
              centre,
              Quantile.withDefaults().evaluate(values, LOW),
              Quantile.withDefaults().evaluate(values, HIGH)));
    }
    SeriesPoint lowest = points.get(0);
    SeriesPoint highest = points.get(points.size() - 2);
    return new Chart(
        "agreement",
        ChartForm.CURVE,
        "How well the short training predicts the long one",
        axis(procedure.x()),
        axis(procedure.y()),
        String.format(
            Locale.ROOT,
            "All %,d architectures in %d groups of equal size, ordered by %s. The median of %s"
                + " rises from %.1f %% in the lowest group to %.1f %% in the highest; the band"
                + " holds eight tenths of each group.",
            x.length,
            GROUPS,
            procedure.x(),
            procedure.y(),
            lowest.y(),
            highest.y()),
        false,
        points);
  }

  private static String axis(Column column) {
    return column + ", %";
  }
}
