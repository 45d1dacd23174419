package org.dartboard.report.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One column of several searches, epoch by epoch. */
final class MeanCurve {
  private MeanCurve() {}

  /**
   * An epoch.
   *
   * @param epoch its number
   * @param mean over the searches that have a number there
   * @param low the lowest of them
   * @param high the highest of them
   * @param searches how many have one, at least 1
   */
  record Point(double epoch, double mean, double low, double high, int searches) {}

  /** The epochs in which some search has a number, in order. */
  static List<Point> of(List<SearchSheet> searches, String column) {
    SortedMap<Double, List<Double>> values = new TreeMap<>();
    for (SearchSheet search : searches) {
      double[] epochs = search.epochs();
      double[] numbers = search.numbers(column);
      for (int i = 0; i < numbers.length; i++) {
        if (Double.isFinite(numbers[i])) {
          values.computeIfAbsent(epochs[i], epoch -> new ArrayList<>()).add(numbers[i]);
        }
      }
    }
    List<Point> points = new ArrayList<>();
    values.forEach(
        (epoch, all) ->
            points.add(
                new Point(
                    epoch,
                    all.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN),
                    all.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN),
                    all.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN),
                    all.size())));
    return points;
  }
}
