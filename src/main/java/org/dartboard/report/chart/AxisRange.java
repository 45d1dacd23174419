package org.dartboard.report.chart;

import java.util.stream.DoubleStream;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ValueRange;

/**
 * The part of an axis that is shown.
 *
 * @param low lower end
 * @param high upper end, above low
 */
record AxisRange(double low, double high) {
  private static final double MARGIN = 0.05;

  /** What is shown beyond a limit, as a share of the width: half a marker. */
  private static final double MARKER = 0.01;

  /** XChart looks for round numbers between the ends, and takes for ever where there are none. */
  private static final double NARROWEST = 1e-9;

  /**
   * Holds all values, with a margin on both sides. A single value stands in the middle of a range
   * about as wide as its hundredth.
   *
   * @param values finite; at least one
   */
  static AxisRange around(DoubleStream values) {
    double[] all = values.toArray();
    double low = DoubleStream.of(all).min().orElseThrow();
    double high = DoubleStream.of(all).max().orElseThrow();
    double margin = (high - low) * MARGIN;
    double least = Math.max(Math.abs(low), Math.abs(high));
    if (margin <= Math.max(least * 1e-9, NARROWEST)) {
      margin = least == 0 ? 1 : Math.max(least / 100, NARROWEST);
    }
    return new AxisRange(low - margin, high + margin);
  }

  /**
   * The axis of a chart's values: around them and what it must hold, no further than values can
   * lie.
   *
   * @param values finite; at least one
   */
  static AxisRange ofValues(Chart chart, DoubleStream values) {
    double[] all = values.toArray();
    ValueRange span = chart.span();
    DoubleStream held =
        span == null ? DoubleStream.empty() : DoubleStream.of(span.low(), span.high());
    return around(DoubleStream.concat(DoubleStream.of(all), held))
        .within(chart.limits(), DoubleStream.of(all));
  }

  /**
   * This range, widened to hold more values with the margin, but on either side by no more than a
   * share of its width.
   *
   * @param values finite; may be none
   */
  AxisRange widenedTo(DoubleStream values, double share) {
    double[] all = values.toArray();
    double margin = (high - low) * MARGIN;
    double most = (high - low) * share;
    double lowest = DoubleStream.of(all).map(value -> value - margin).min().orElse(low);
    double highest = DoubleStream.of(all).map(value -> value + margin).max().orElse(high);
    return new AxisRange(
        Math.max(low - most, Math.min(low, lowest)),
        Math.min(high + most, Math.max(high, highest)));
  }

  /**
   * This range, ended where values end, so that no label stands at a value that cannot be. A marker
   * at a limit is still shown whole.
   *
   * @param limits where values lie
   * @param values what is drawn; finite. What lies beyond the limits nevertheless is shown.
   */
  AxisRange within(ValueRange limits, DoubleStream values) {
    double[] all = values.toArray();
    double lowest = DoubleStream.of(all).min().orElse(low);
    double highest = DoubleStream.of(all).max().orElse(high);
    double marker = (high - low) * MARKER;
    return new AxisRange(
        Math.max(low, Math.min(limits.low(), lowest) - marker),
        Math.min(high, Math.max(limits.high(), highest) + marker));
  }

  /** {@link #around} for a logarithmic axis: the values are positive, the margin is a factor. */
  static AxisRange aroundLogarithms(DoubleStream values) {
    AxisRange exponents = around(values.map(Math::log10));
    double least = exponents.high() - exponents.low() < 0.5 ? 0.3 : 0;
    return new AxisRange(
        Math.pow(10, exponents.low() - least), Math.pow(10, exponents.high() + least));
  }
}
