package org.dartboard.benchmark;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.dartboard.random.RandomStreams;
import org.dartboard.statistics.Bootstrap;
import org.dartboard.statistics.Interval;

/**
 * Compares measurements by the bootstrap interval of the ratio of their scores and a minimum
 * effect.
 *
 * <p>The score of a process is the median of its iterations, that of a measurement the mean over
 * its processes. A resample draws processes, and in each of them iterations, since iterations of
 * one process share its luck. With two or three processes the interval is on the narrow side; with
 * one it knows nothing of the differences between processes.
 *
 * @param level the probability of error, between 0 and 1
 * @param minimumEffect the smallest relative difference that counts, 0 or more
 */
public record Comparer(double level, double minimumEffect) {
  private static final int RESAMPLES = 4_000;

  public Comparer {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("the level " + level + " is not between 0 and 1");
    }
    if (!(minimumEffect >= 0) || Double.isInfinite(minimumEffect)) {
      throw new IllegalArgumentException(
          "the minimum effect " + minimumEffect + " is not a number of at least 0");
    }
  }

  /**
   * Compares two measurements of the same kind.
   *
   * @throws IllegalArgumentException if their units differ
   */
  public Comparison compare(Measurement base, Measurement other) {
    if (!base.unit().equals(other.unit()) || base.throughput() != other.throughput()) {
      throw new IllegalArgumentException(
          base.key() + " is in " + base.unit() + ", " + other.key() + " in " + other.unit());
    }
    ToDoubleBiFunction<Double, Double> speed =
        base.throughput() ? (from, to) -> to / from : (from, to) -> from / to;
    double ratio = speed.applyAsDouble(base.score(), other.score());
    Interval interval =
        Bootstrap.ofClusters(
            List.of(clusters(base), clusters(other)),
            Medians::of,
            scores -> speed.applyAsDouble(scores[0], scores[1]),
            level,
            RESAMPLES,
            new RandomStreams("benchmark comparison", 0).stream(base.key() + " " + other.key()));
    return new Comparison(base, other, ratio, interval, judge(ratio, interval));
  }

  private Judgement judge(double ratio, Interval interval) {
    double least = 1 + minimumEffect;
    if (interval.isInside(new Interval(1 / least, least))) {
      return Judgement.SAME;
    } else if (interval.low() > 1 && ratio >= least) {
      return Judgement.FASTER;
    } else if (interval.high() < 1 && ratio <= 1 / least) {
      return Judgement.SLOWER;
    }
    return Judgement.UNDECIDED;
  }

  private static double[][] clusters(Measurement measurement) {
    return measurement.forks().stream()
        .map(fork -> fork.stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
  }
}
