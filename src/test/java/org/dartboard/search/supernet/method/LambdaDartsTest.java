package org.dartboard.search.supernet.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import org.dartboard.data.Batch;
import org.dartboard.diagnose.LayerAlignment;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.RandomCase;
import org.junit.jupiter.api.Test;

class LambdaDartsTest {
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
    double[][] v = LayerAlignment.cosineDerivative(cells(flat));
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
    return LayerAlignment.cosine(cells(bench.network.spare().operationGradient()));
  }

  private static double[][] cells(double[] flat) {
    double[][] byCell = new double[3][];
    for (int cell = 0; cell < 3; cell++) {
      byCell[cell] = Arrays.copyOfRange(flat, 30 * cell, 30 * cell + 30);
    }
    return byCell;
  }
}
