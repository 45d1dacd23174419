package org.dartboard.search.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dartboard.search.HyperParameter;
import org.dartboard.search.HyperParameters;

/**
 * BOHB's hyper-parameters. The bandwidth factor that the benchmark's script also gives acts on
 * continuous variables only, of which a cell has none.
 *
 * @param iterations brackets to run at most
 * @param eta of how many cells one goes on to the next rung
 * @param minBudget smallest budget of a bracket; only its ratio to the largest matters here
 * @param maxBudget largest budget of a bracket, not below the smallest
 * @param numSamples draws of which the best is proposed
 * @param randomFraction share of cells drawn without the model
 * @param minBandwidth least bandwidth of the densities
 * @param topPercent per cent of cells that count as good
 * @param minPointsInModel least cells in a density
 */
public record BohbSettings(
    int iterations,
    int eta,
    double minBudget,
    double maxBudget,
    int numSamples,
    double randomFraction,
    double minBandwidth,
    int topPercent,
    int minPointsInModel) {

  private static final HyperParameter ITERATIONS =
      HyperParameter.whole("iterations", 50, 1, 100_000, "brackets to run at most");
  private static final HyperParameter ETA =
      HyperParameter.whole("eta", 3, 2, 10, "of how many cells one goes on to the next rung");
  private static final HyperParameter MIN_BUDGET =
      HyperParameter.real("minBudget", 12, 1e-3, 1e6, "smallest budget of a bracket");
  private static final HyperParameter MAX_BUDGET =
      HyperParameter.real("maxBudget", 200, 1e-3, 1e6, "largest budget of a bracket");
  private static final HyperParameter NUM_SAMPLES =
      HyperParameter.whole("numSamples", 4, 1, 100_000, "draws of which the best is proposed");
  private static final HyperParameter RANDOM_FRACTION =
      HyperParameter.real("randomFraction", 0, 0, 1, "share of cells drawn without the model");
  private static final HyperParameter MIN_BANDWIDTH =
      HyperParameter.real("minBandwidth", 0.3, 1e-6, 1, "least bandwidth of the densities");
  private static final HyperParameter TOP_PERCENT =
      HyperParameter.whole("topPercent", 15, 1, 99, "per cent of cells that count as good");
  private static final HyperParameter MIN_POINTS =
      HyperParameter.whole("minPointsInModel", 7, 7, 100_000, "least cells in a density");

  static final List<HyperParameter> ALL =
      List.of(
          ITERATIONS,
          ETA,
          MIN_BUDGET,
          MAX_BUDGET,
          NUM_SAMPLES,
          RANDOM_FRACTION,
          MIN_BANDWIDTH,
          TOP_PERCENT,
          MIN_POINTS);

  public BohbSettings {
    ITERATIONS.require(iterations);
    ETA.require(eta);
    MIN_BUDGET.require(minBudget);
    MAX_BUDGET.require(maxBudget);
    NUM_SAMPLES.require(numSamples);
    RANDOM_FRACTION.require(randomFraction);
    MIN_BANDWIDTH.require(minBandwidth);
    TOP_PERCENT.require(topPercent);
    MIN_POINTS.require(minPointsInModel);
    if (minBudget > maxBudget) {
      throw new IllegalArgumentException(
          "'minBudget' is " + minBudget + ", above 'maxBudget', " + maxBudget);
    }
  }

  static BohbSettings of(HyperParameters values) {
    return new BohbSettings(
        values.whole(ITERATIONS),
        values.whole(ETA),
        values.real(MIN_BUDGET),
        values.real(MAX_BUDGET),
        values.whole(NUM_SAMPLES),
        values.real(RANDOM_FRACTION),
        values.real(MIN_BANDWIDTH),
        values.whole(TOP_PERCENT),
        values.whole(MIN_POINTS));
  }

  /** Every value by the name of its hyper-parameter. */
  Map<String, Number> byName() {
    Map<String, Number> values = new LinkedHashMap<>();
    values.put(ITERATIONS.name(), iterations());
    values.put(ETA.name(), eta());
    values.put(MIN_BUDGET.name(), minBudget());
    values.put(MAX_BUDGET.name(), maxBudget());
    values.put(NUM_SAMPLES.name(), numSamples());
    values.put(RANDOM_FRACTION.name(), randomFraction());
    values.put(MIN_BANDWIDTH.name(), minBandwidth());
    values.put(TOP_PERCENT.name(), topPercent());
    values.put(MIN_POINTS.name(), minPointsInModel());
    return values;
  }
}
