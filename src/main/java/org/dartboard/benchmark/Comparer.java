package org.dartboard.benchmark;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.dartboard.random.RandomStreams;
import org.dartboard.statistics.Bootstrap;
import org.dartboard.statistics.Interval;
import org.dartboard.statistics.MeanIntervals;
import org.dartboard.statistics.Sample;

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
    ToDoubleBiFunction<Double, Double> speed = speed(base, other);
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

  /**
   * Compares two measurements whose processes ran in turn, the first of one beside the first of the
   * other and so on. What slows the machine down for a while then slows both down, so the ratio is
   * taken in each round: the result is their geometric mean, with Student's interval of the
   * logarithms.
   *
   * @throws IllegalArgumentException if their units or numbers of processes differ, or there are
   *     fewer than two
   */
  public Comparison compareInTurn(Measurement base, Measurement other) {
    ToDoubleBiFunction<Double, Double> speed = speed(base, other);
    double[] from = base.forkScores();
    double[] to = other.forkScores();
    if (from.length != to.length || from.length < 2) {
      throw new IllegalArgumentException(
          base.key()
              + " has "
              + from.length
              + " rounds, "
              + other.key()
              + " has "
              + to.length
              + "; at least two, and as many of each, are needed");
    }
    Sample logarithms =
        Sample.of(
            IntStream.range(0, from.length)
                .mapToDouble(round -> Math.log(speed.applyAsDouble(from[round], to[round])))
                .toArray());
    Interval interval = MeanIntervals.student(logarithms, level).orElseThrow();
    double ratio = Math.exp(logarithms.mean());
    Interval ofRatio = new Interval(Math.exp(interval.low()), Math.exp(interval.high()));
    return new Comparison(base, other, ratio, ofRatio, judge(ratio, ofRatio));
  }

  /** How many times as fast a score of the other is as one of the base. */
  private static ToDoubleBiFunction<Double, Double> speed(Measurement base, Measurement other) {
    if (!base.unit().equals(other.unit()) || base.throughput() != other.throughput()) {
      throw new IllegalArgumentException(
          base.key() + " is in " + base.unit() + ", " + other.key() + " in " + other.unit());
    }
    return base.throughput() ? (from, to) -> to / from : (from, to) -> from / to;
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
