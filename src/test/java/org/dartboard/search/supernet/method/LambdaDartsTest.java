package org.dartboard.search.supernet.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.data.Batch;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.RandomCase;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaDartsTest {
  @Test
  void alignmentIsTheMeanCosineOfPairs() {
    double[][] gradients = {{1, 0}, {1, 1}, {0, -2}};
    double expected = (Math.sqrt(0.5) + 0 - Math.sqrt(0.5)) / 3;
    assertEquals(expected, LayerAlignment.value(gradients, false), 1e-15);
    // 1/1, undefined, -2/2: a pair that shares no entry counts 0.
    assertEquals((1 + 0 - 1) / 3.0, LayerAlignment.value(gradients, true), 1e-15);
    double[][] same = {{1, -2}, {2, -4}, {3, -6}, {0.5, -1}};
    assertEquals(1, LayerAlignment.value(same, false), 1e-15);
    assertEquals(1, LayerAlignment.value(same, true), 1e-15);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theGradientOfAlignmentAgreesWithCentralDifferences(boolean sign) {
    UniformRandomProvider random = new RandomStreams("alignment", 1).stream("numbers");
    double[] flat = random.doubles(4 * 7, -1, 1).toArray();
    double[] expected =
        PolicyBench.differences(flat, moved -> LayerAlignment.value(rows(moved), sign));
    double[][] gradient = LayerAlignment.gradient(rows(flat), sign);
    for (int l = 0; l < 4; l++) {
      assertArrayEquals(Arrays.copyOfRange(expected, 7 * l, 7 * l + 7), gradient[l], 1e-8);
    }
  }

  /** METHODS' closed form for norms: 2/(L(L-1)) 1/|g| (I - u u') sum of all u. */
  @Test
  void theGradientOfAlignmentIsThePapersClosedForm() {
    double[][] g = rows(new RandomStreams("closed", 1).stream("g").doubles(28, -1, 1).toArray());
    double[] sum = new double[7];
    double[][] u = new double[4][];
    for (int l = 0; l < 4; l++) {
      double norm = Math.sqrt(Arrays.stream(g[l]).map(x -> x * x).sum());
      u[l] = Arrays.stream(g[l]).map(x -> x / norm).toArray();
      for (int i = 0; i < 7; i++) {
        sum[i] += u[l][i];
      }
    }
    double[][] gradient = LayerAlignment.gradient(g, false);
    for (int l = 0; l < 4; l++) {
      double norm = Math.sqrt(Arrays.stream(g[l]).map(x -> x * x).sum());
      double along = 0;
      for (int i = 0; i < 7; i++) {
        along += u[l][i] * sum[i];
      }
      for (int i = 0; i < 7; i++) {
        assertEquals(2.0 / 12 / norm * (sum[i] - along * u[l][i]), gradient[l][i], 1e-12);
      }
    }
  }

  /**
   * A step against what is added raises Lambda by as much as its length says. Single weights cannot
   * be compared: both differences step over corners of ReLUs.
   */
  @Test
  void theWeightsAreMovedTowardsAlignment() {
    PolicyBench<LambdaDarts> bench =
        new PolicyBench<>(LambdaDarts.METHOD, Map.of("lambda", 1, "displacement", 1e-2));
    Batch training = bench.batch(0);
    double[][] plainAndAmended = amend(bench, training);
    FloatBuffer w = bench.network.input().weights();
    double[] kept = RandomCase.doubles(w);
    double square = 0;
    for (int i = 0; i < kept.length; i++) {
      square += Math.pow(plainAndAmended[1][i] - plainAndAmended[0][i], 2);
    }
    double step = 1e-3 / Math.sqrt(square);
    double[] sides = new double[2];
    for (int side = 0; side < 2; side++) {
      for (int i = 0; i < kept.length; i++) {
        double added = plainAndAmended[1][i] - plainAndAmended[0][i];
        w.put(i, (float) (kept[i] + (side == 0 ? -step : step) * added));
      }
      sides[side] = alignment(bench, training);
    }
    assertEquals(square, (sides[0] - sides[1]) / (2 * step), 0.5 * square);
  }

  /** The paper's formula, worked once more from its parts. */
  @Test
  void whatIsAddedIsTheDifferenceOfTwoGradients() {
    PolicyBench<LambdaDarts> bench = new PolicyBench<>(LambdaDarts.METHOD, Map.of());
    Batch training = bench.batch(0);
    double[][] plainAndAmended = amend(bench, training);
    bench.network.evaluate(
        Knobs.TRAINING, training, PolicyBench.everything(), bench.network.spare());
    double[] flat = bench.network.spare().operationGradient().clone();
    double[][] v = LayerAlignment.gradient(cells(flat), false);
    double norm = Math.sqrt(Arrays.stream(v).flatMapToDouble(Arrays::stream).map(x -> x * x).sum());
    double epsilon = 1e-4 / norm;
    double[] p = bench.network.input().operationWeights();
    double[] kept = p.clone();
    double[][] sides = new double[2][];
    for (int side = 0; side < 2; side++) {
      for (int i = 0; i < p.length; i++) {
        p[i] = kept[i] + (side == 0 ? epsilon : -epsilon) * v[i / 30][i % 30];
      }
      bench.network.evaluate(
          Knobs.TRAINING, training, PolicyBench.everything(), bench.network.spare());
      sides[side] = RandomCase.doubles(bench.network.spare().weightGradient());
    }
    for (int i = 0; i < plainAndAmended[0].length; i++) {
      double expected = 0.25 * (sides[1][i] - sides[0][i]) / (2 * epsilon);
      double added = plainAndAmended[1][i] - plainAndAmended[0][i];
      assertEquals(expected, added, 1e-3 * (1 + Math.abs(expected)));
    }
  }

  /** dL/dw before and after the term of the last epoch is added. */
  private static double[][] amend(PolicyBench<LambdaDarts> bench, Batch training) {
    bench.policy.arrangeWeightStep(bench.turn(3, 4), bench.network, training);
    bench.network.evaluate(Knobs.TRAINING, training, bench.policy.wantedOfWeightStep());
    double[] plain = RandomCase.doubles(bench.network.weightGradient());
    double[] p = bench.network.input().operationWeights().clone();
    bench.policy.amendWeightGradient(bench.turn(3, 4), bench.network, training);
    assertArrayEquals(p, bench.network.input().operationWeights(), "p is as before");
    return new double[][] {plain, RandomCase.doubles(bench.network.weightGradient())};
  }

  @Test
  void nothingIsAddedInTheFirstEpoch() {
    PolicyBench<LambdaDarts> bench = new PolicyBench<>(LambdaDarts.METHOD, Map.of());
    Batch training = bench.batch(0);
    bench.policy.arrangeWeightStep(bench.turn(0, 4), bench.network, training);
    bench.network.evaluate(Knobs.TRAINING, training, bench.policy.wantedOfWeightStep());
    double[] plain = RandomCase.doubles(bench.network.weightGradient());
    bench.policy.amendWeightGradient(bench.turn(0, 4), bench.network, training);
    assertArrayEquals(plain, RandomCase.doubles(bench.network.weightGradient()));
  }

  private static double alignment(PolicyBench<LambdaDarts> bench, Batch training) {
    bench.network.evaluate(
        Knobs.TRAINING, training, PolicyBench.everything(), bench.network.spare());
    return LayerAlignment.value(cells(bench.network.spare().operationGradient()), false);
  }

  private static double[][] cells(double[] flat) {
    double[][] byCell = new double[3][];
    for (int cell = 0; cell < 3; cell++) {
      byCell[cell] = Arrays.copyOfRange(flat, 30 * cell, 30 * cell + 30);
    }
    return byCell;
  }

  private static double[][] rows(double[] flat) {
    double[][] rows = new double[4][];
    for (int l = 0; l < 4; l++) {
      rows[l] = Arrays.copyOfRange(flat, 7 * l, 7 * l + 7);
    }
    return rows;
  }
}
