package org.dartboard.benchmark;

import java.util.OptionalDouble;
import org.dartboard.statistics.Interval;

/**
 * One measurement against another.
 *
 * @param base what is compared with
 * @param other what is compared
 * @param ratio how many times as fast the other is as the base
 * @param interval of the ratio
 * @param judgement what follows
 */
public record Comparison(
    Measurement base, Measurement other, double ratio, Interval interval, Judgement judgement) {

  /** Peak memory of the other as a share of the base's; empty where one was not measured. */
  public OptionalDouble memoryRatio() {
    return base.peakBytes().isPresent() && other.peakBytes().isPresent()
        ? OptionalDouble.of(other.peakBytes().getAsDouble() / base.peakBytes().getAsDouble())
        : OptionalDouble.empty();
  }
}
