package org.dartboard.search.supernet.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.dartboard.data.Batch;
import org.junit.jupiter.api.Test;

class SmoothDartsTest {
  @Test
  void aPerturbedEdgeIsCutToZeroToOneAndDividedByItsSum() {
    double[] p = new double[30];
    Arrays.fill(p, 0.2);
    double[] delta = new double[30];
    delta[0] = -0.3;
    delta[1] = 0.1;
    delta[4] = 0.9;
    double[] perturbed = SmoothDarts.perturbed(p, delta);
    double sum = 0.3 + 0.2 + 0.2 + 1;
    assertArrayEquals(
        new double[] {0, 0.3 / sum, 0.2 / sum, 0.2 / sum, 1 / sum},
        Arrays.copyOf(perturbed, 5),
        1e-15);
    assertArrayEquals(p, SmoothDarts.perturbed(p, new double[30]), 1e-15);
    Arrays.fill(delta, -1);
    assertArrayEquals(p, SmoothDarts.perturbed(p, delta), "an edge without rest stays");
  }

  @Test
  void epsilonGrowsByAnEqualStepEachEpoch() {
    PolicyBench<SmoothDarts> bench = new PolicyBench<>(SmoothDarts.METHOD, Map.of());
    assertEquals(0.03, bench.policy.epsilon(bench.turn(0, 50)), 1e-15);
    assertEquals(0.165, bench.policy.epsilon(bench.turn(25, 50)), 1e-15);
  }

  @Test
  void randomPerturbationsFillTheBoxAndDifferFromStepToStep() {
    PolicyBench<SmoothDarts> bench = new PolicyBench<>(SmoothDarts.METHOD, Map.of());
    double[] first = SmoothDarts.random(bench.turn(0, 4).random("perturbation"), 0.1);
    double[] second = SmoothDarts.random(bench.turn(1, 4).random("perturbation"), 0.1);
    assertTrue(Arrays.stream(first).allMatch(value -> Math.abs(value) <= 0.1));
    assertTrue(Arrays.stream(first).max().orElseThrow() > 0.05);
    assertTrue(Arrays.stream(first).min().orElseThrow() < -0.05);
    assertTrue(!Arrays.equals(first, second));
  }

  @Test
  void theAdversaryRaisesTheTrainingLossWithinTheBoxMoreThanChance() {
    PolicyBench<SmoothDarts> adversary =
        new PolicyBench<>(SmoothDarts.METHOD, Map.of("adversarial", 1));
    PolicyBench<SmoothDarts> random = new PolicyBench<>(SmoothDarts.METHOD, Map.of());
    Batch training = adversary.batch(0);
    double[] p = adversary.policy.operationWeights();
    adversary.network.mix(p);
    double before = adversary.loss(adversary.policy.knobs(adversary.turn(20, 50)), training);
    double highestByChance = Double.NEGATIVE_INFINITY;
    double adversarial = 0;
    for (int epoch = 20; epoch < 23; epoch++) {
      random.policy.arrangeWeightStep(random.turn(epoch, 50), random.network, training);
      highestByChance =
          Math.max(
              highestByChance, random.loss(random.policy.knobs(random.turn(epoch, 50)), training));
      adversary.policy.arrangeWeightStep(adversary.turn(epoch, 50), adversary.network, training);
      adversarial = adversary.loss(adversary.policy.knobs(adversary.turn(epoch, 50)), training);
      assertTrue(adversarial > before, "the loss rises");
    }
    assertTrue(adversarial > highestByChance, "more than by chance");
    double[] used = Arrays.copyOf(adversary.network.input().operationWeights(), 30);
    double sum = Arrays.stream(used, 0, 5).sum();
    assertEquals(1, sum, 1e-12);
  }
}
