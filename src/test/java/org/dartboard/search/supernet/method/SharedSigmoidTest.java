package org.dartboard.search.supernet.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.dartboard.data.Batch;
import org.dartboard.engine.Knobs;
import org.junit.jupiter.api.Test;

class SharedSigmoidTest {
  @Test
  void theGradientOfAlphaAgreesWithCentralDifferences() {
    PolicyBench<FairDarts> bench = new PolicyBench<>(FairDarts.METHOD, Map.of());
    SharedSigmoid map = new SharedSigmoid();
    Batch batch = bench.batch(0);
    double[] alpha = new double[30];
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = Math.sin(i);
    }
    map.apply(alpha, bench.network.input());
    assertEquals(1 / (1 + Math.exp(-Math.sin(7))), bench.network.input().operationWeights()[67]);
    bench.network.evaluate(Knobs.TRAINING, batch, PolicyBench.everything(), bench.network.spare());
    double[] gradient = new double[30];
    map.pullBack(alpha, bench.network.spare(), gradient);
    double[] expected =
        PolicyBench.differences(
            alpha,
            moved -> {
              map.apply(moved, bench.network.input());
              return bench.loss(Knobs.TRAINING, batch);
            });
    assertArrayEquals(expected, gradient, 1e-6);
  }
}
