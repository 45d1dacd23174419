package org.dartboard.search.supernet.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.dartboard.data.Batch;
import org.dartboard.engine.Knobs;
import org.junit.jupiter.api.Test;

class DartsMinusTest {
  @Test
  void theAuxiliarySkipFadesLinearlyAndIsThereInBothSteps() {
    PolicyBench<DartsMinus> bench = new PolicyBench<>(DartsMinus.METHOD, Map.of());
    assertTrue(bench.policy.spec(0).auxiliarySkip());
    assertEquals(1, bench.policy.knobs(bench.turn(0, 11)).auxiliaryWeight());
    assertEquals(0.7, bench.policy.knobs(bench.turn(3, 11)).auxiliaryWeight(), 1e-15);
    assertEquals(0, bench.policy.knobs(bench.turn(10, 11)).auxiliaryWeight());

    Batch batch = bench.batch(0);
    bench.policy.arrangeWeightStep(bench.turn(0, 11), bench.network, batch);
    double with = bench.loss(bench.policy.knobs(bench.turn(0, 11)), batch);
    double without = bench.loss(Knobs.TRAINING, batch);
    assertNotEquals(with, without);
    assertEquals(
        with, bench.policy.architectureStep(bench.turn(0, 11), bench.network, batch, batch).loss());
  }
}
