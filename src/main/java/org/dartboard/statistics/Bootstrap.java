package org.dartboard.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.descriptive.Quantile;

/** The bootstrap's percentile interval (Efron, The Annals of Statistics 7, 1979). */
public final class Bootstrap {
  private Bootstrap() {}

  /**
   * The interval that holds the middle 1 - level of a statistic over resamples; empty for fewer
   * than two values. Equal values give a point.
   *
   * @param statistic takes an array that is reused from call to call, and keeps none of it
   * @param level the probability of error, between 0 and 1
   * @param resamples how many, 1 or more; 2,000 or more for the usual levels
   */
  public static Optional<Interval> percentile(
      double[] values,
      ToDoubleFunction<double[]> statistic,
      double level,
      int resamples,
      UniformRandomProvider random) {
    Values.requireLevel(level);
    Values.requireFinite(values, "the sample");
    if (resamples < 1) {
      throw new IllegalArgumentException("a bootstrap needs 1 resample at least, not " + resamples);
    }
    if (values.length < 2) {
      return Optional.empty();
    }
    double[] statistics = new double[resamples];
    double[] resample = new double[values.length];
    for (int i = 0; i < resamples; i++) {
      Arrays.setAll(resample, j -> values[random.nextInt(values.length)]);
      statistics[i] = statistic.applyAsDouble(resample);
    }
    double[] ends = Quantile.withDefaults().evaluate(statistics, level / 2, 1 - level / 2);
    return Optional.of(new Interval(ends[0], ends[1]));
  }

  /**
   * The interval of a statistic of several independent samples whose values come in clusters, such
   * as iterations in processes. A resample draws clusters, and in each of them values.
   *
   * @param samples each a list of clusters; no sample and no cluster is empty
   * @param location of a cluster's values, such as their median; a sample's is the mean over its
   *     clusters.
   * @param statistic of the samples' locations, in their order
   * @param level the probability of error, between 0 and 1
   * @param resamples how many, 1 or more; 2,000 or more for the usual levels
   */
  public static Interval ofClusters(
      List<double[][]> samples,
      ToDoubleFunction<double[]> location,
      ToDoubleFunction<double[]> statistic,
      double level,
      int resamples,
      UniformRandomProvider random) {
    Values.requireLevel(level);
    for (double[][] sample : samples) {
      if (sample.length == 0) {
        throw new IllegalArgumentException("a sample has no cluster");
      }
      for (double[] cluster : sample) {
        Values.requireSome(cluster, "the cluster");
      }
    }
    if (resamples < 1) {
      throw new IllegalArgumentException("a bootstrap needs 1 resample at least, not " + resamples);
    }
    double[] statistics = new double[resamples];
    double[] locations = new double[samples.size()];
    for (int i = 0; i < resamples; i++) {
      for (int sample = 0; sample < locations.length; sample++) {
        locations[sample] = resampledLocation(samples.get(sample), location, random);
      }
      statistics[i] = statistic.applyAsDouble(locations);
    }
    double[] ends = Quantile.withDefaults().evaluate(statistics, level / 2, 1 - level / 2);
    return new Interval(ends[0], ends[1]);
  }

  private static double resampledLocation(
      double[][] clusters, ToDoubleFunction<double[]> location, UniformRandomProvider random) {
    double sum = 0;
    for (int i = 0; i < clusters.length; i++) {
      double[] cluster = clusters[random.nextInt(clusters.length)];
      double[] drawn = new double[cluster.length];
      Arrays.setAll(drawn, j -> cluster[random.nextInt(cluster.length)]);
      sum += location.applyAsDouble(drawn);
    }
    return sum / clusters.length;
  }
}
