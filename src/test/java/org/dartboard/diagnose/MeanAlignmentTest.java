package org.dartboard.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.OperationMode;
import org.dartboard.engine.RandomCase;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.engine.reference.ReferenceSupernet;
import org.junit.jupiter.api.Test;

class MeanAlignmentTest {
  private static final int IMAGES = 8;
  private static final SupernetSpec SPEC = SupernetSpec.search(4, 1, 8, 3, true);

  /** The reference's dL/dp, and the mean cosine of pairs worked out once more. */
  @Test
  void bothVariantsAreTheMeanOverBatchesOfTheReferences() {
    RandomCase[] calls = {call(1), call(2)};
    MeanAlignment measured;
    try (OneDnnSupernet supernet = new OneDnnSupernet(SPEC, IMAGES)) {
      measured =
          MeanAlignment.measure(
              supernet,
              calls[0].input(),
              Knobs.TRAINING,
              new BatchSeries(i -> calls[i].batch(), 2),
              new SupernetOutput(SPEC, supernet.layout(), IMAGES));
    }
    double cosine = 0;
    double signed = 0;
    for (RandomCase call : calls) {
      ReferenceSupernet.Arguments from = calls[0].forReference();
      ReferenceSupernet.Arguments seen = call.forReference();
      double[] g =
          new ReferenceSupernet(
                  SPEC,
                  call.layout(),
                  new ReferenceSupernet.Arguments(
                      from.w(),
                      from.s(),
                      from.p(),
                      from.modes(),
                      from.q(),
                      Knobs.TRAINING,
                      seen.images(),
                      seen.labels()))
              .operationGradient();
      for (int l = 0; l < 3; l++) {
        for (int k = 0; k < l; k++) {
          double dot = 0;
          double absolute = 0;
          double first = 0;
          double second = 0;
          for (int i = 0; i < 30; i++) {
            dot += g[30 * l + i] * g[30 * k + i];
            absolute += Math.abs(g[30 * l + i] * g[30 * k + i]);
            first += Math.pow(g[30 * l + i], 2);
            second += Math.pow(g[30 * k + i], 2);
          }
          cosine += dot / Math.sqrt(first * second) / 3 / 2;
          signed += dot / absolute / 3 / 2;
        }
      }
    }
    assertEquals(cosine, measured.cosine(), 1e-4);
    assertEquals(signed, measured.signed(), 1e-4);
  }

  private static RandomCase call(long seed) {
    RandomCase call = RandomCase.of("alignment " + seed, SPEC, Knobs.TRAINING, IMAGES, seed);
    Arrays.fill(call.input().operationWeights(), 0.2);
    Arrays.fill(call.input().modes(), OperationMode.ACTIVE);
    Arrays.fill(call.input().edgeWeights(), 1);
    return call;
  }
}
