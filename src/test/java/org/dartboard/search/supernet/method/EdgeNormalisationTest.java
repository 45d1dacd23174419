package org.dartboard.search.supernet.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.dartboard.data.Batch;
import org.dartboard.engine.PartialChannels;
import org.dartboard.search.HyperParameters;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.TinySearches;
import org.junit.jupiter.api.Test;

/** PC-DARTS: partial channels, and weights of edges. */
class EdgeNormalisationTest {
  private static final Map<String, ?> STILL =
      Map.of("architectureLearningRate", 0, "channelDenominator", 2);

  @Test
  void edgesAreWeightedByTheSoftmaxOverThoseThatEnterANode() {
    PolicyBench<AlphaPolicy> bench = new PolicyBench<>(PcDarts.METHOD, STILL);
    EdgeNormalisation edges = edges(bench);
    double[] beta = edges.beta();
    for (int i = 0; i < 6; i++) {
      beta[i] = i * i * 0.1;
    }
    double second = Math.exp(0.1) + Math.exp(0.4);
    double third = Math.exp(0.9) + Math.exp(1.6) + Math.exp(2.5);
    double[] expected = {
      1,
      Math.exp(0.1) / second,
      Math.exp(0.4) / second,
      Math.exp(0.9) / third,
      Math.exp(1.6) / third,
      Math.exp(2.5) / third
    };
    assertArrayEquals(expected, edges.edgeWeights(), 1e-15);
  }

  @Test
  void theGradientOfBetaIsThatOfTheValidationLoss() {
    PolicyBench<AlphaPolicy> bench = new PolicyBench<>(PcDarts.METHOD, STILL);
    EdgeNormalisation edges = edges(bench);
    Batch validation = bench.batch(1);
    bench.policy.architectureStep(bench.turn(0, 4), bench.network, bench.batch(0), validation);
    double[] gradient =
        edges.throughEdgeWeights(bench.network.edgeGradient(bench.network.output()));
    double[] expected =
        PolicyBench.differences(
            edges.beta(),
            beta -> {
              bench.network.weighEdges(edges.edgeWeights());
              return bench.loss(bench.policy.knobs(bench.turn(0, 4)), validation);
            });
    assertArrayEquals(expected, gradient, 1e-6);
  }

  @Test
  void theNetworkMixesTheFirstChannelsAndAlphaRestsAtFirst() {
    PolicyBench<AlphaPolicy> bench = new PolicyBench<>(PcDarts.METHOD, Map.of("epochs", 50));
    assertEquals(new PartialChannels.First(4), bench.policy.spec(0).partialChannels());
    assertFalse(bench.policy.movesArchitecture(0, 14));
    assertTrue(bench.policy.movesArchitecture(0, 15));
    bench.policy.arrangeWeightStep(bench.turn(0, 50), bench.network, bench.batch(0));
    assertArrayEquals(
        bench.policy.edgeWeights(), Arrays.copyOf(bench.network.input().edgeWeights(), 6));
  }

  /** Edges that start as the policy's own do. */
  private static EdgeNormalisation edges(PolicyBench<AlphaPolicy> bench) {
    HyperParameters values = bench.plan.values();
    EdgeNormalisation edges =
        new EdgeNormalisation(
            new PolicyContext(
                bench.plan.settings(),
                values,
                TinySearches.SIDE,
                TinySearches.CLASSES,
                bench.plan.streams()));
    assertArrayEquals(bench.policy.edgeWeights(), edges.edgeWeights());
    return edges;
  }
}
