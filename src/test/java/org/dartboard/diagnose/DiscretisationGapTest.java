package org.dartboard.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.dartboard.data.Batch;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.FlatVectors;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.OperationMode;
import org.dartboard.engine.RandomCase;
import org.dartboard.engine.Slice;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.engine.reference.ReferenceSupernet;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.junit.jupiter.api.Test;

class DiscretisationGapTest {
  private static final int IMAGES = 12;
  private static final SupernetSpec SPEC = SupernetSpec.search(3, 1, 8, 3, true);
  private static final Cell CELL = Cell.ofCode("312340");

  @Test
  void accuraciesAreThoseOfTheReferenceWithTheBatchesOwnStatistics() {
    RandomCase call = call(1);
    try (OneDnnSupernet supernet = new OneDnnSupernet(SPEC, IMAGES)) {
      DiscretisationGap gap = measure(supernet, call);
      assertEquals(referenceAccuracy(call), gap.supernet(), 1e-9);
      mixOneHot(call.input());
      assertEquals(referenceAccuracy(call), gap.discrete(), 1e-9);
      assertEquals(gap.supernet() - gap.discrete(), gap.gap());
    }
  }

  @Test
  void aSupernetThatIsOneHotAlreadyHasNoGap() {
    RandomCase call = call(2);
    mixOneHot(call.input());
    try (OneDnnSupernet supernet = new OneDnnSupernet(SPEC, IMAGES)) {
      assertEquals(0, measure(supernet, call).gap());
    }
  }

  @Test
  void nothingOfTheCallersIsChanged() {
    RandomCase call = call(3);
    RandomCase same = call(3);
    try (OneDnnSupernet supernet = new OneDnnSupernet(SPEC, IMAGES)) {
      measure(supernet, call);
      assertEquals(same.input().weights(), call.input().weights());
      assertEquals(same.input().state(), call.input().state());
      assertTrue(Arrays.equals(same.input().operationWeights(), call.input().operationWeights()));
      assertTrue(Arrays.equals(same.input().modes(), call.input().modes()));
      assertTrue(Arrays.equals(same.input().edgeWeights(), call.input().edgeWeights()));
    }
  }

  @Test
  void statisticsAreTheMeanOverBatches() {
    RandomCase one = call(4);
    RandomCase other = call(5);
    try (OneDnnSupernet supernet = new OneDnnSupernet(SPEC, IMAGES)) {
      SupernetOutput output = new SupernetOutput(SPEC, supernet.layout(), IMAGES);
      FloatBuffer first = statistics(supernet, one, one.batch());
      FloatBuffer second = statistics(supernet, one, other.batch());
      assertNotEquals(first, second);
      Batch[] both = {one.batch(), other.batch()};
      NormStatistics.estimate(supernet, one.input(), 0, new BatchSeries(i -> both[i], 2), output);
      for (int i = 0; i < first.capacity(); i++) {
        float expected = (first.get(i) + second.get(i)) / 2;
        assertEquals(expected, one.input().state().get(i), 1e-5 * (1 + Math.abs(expected)));
      }
    }
  }

  @Test
  void aSeriesWithoutBatchesIsRefused() {
    Batch batch = call(1).batch();
    assertThrows(IllegalArgumentException.class, () -> new BatchSeries(i -> batch, 0));
  }

  /** A call in which every edge carries all operations, as in a search. */
  private static RandomCase call(long seed) {
    RandomCase call = RandomCase.of("gap " + seed, SPEC, Knobs.TRAINING, IMAGES, seed);
    Arrays.fill(call.input().operationWeights(), 0.2);
    Arrays.fill(call.input().modes(), OperationMode.ACTIVE);
    Arrays.fill(call.input().edgeWeights(), 1);
    return call;
  }

  private static DiscretisationGap measure(OneDnnSupernet supernet, RandomCase call) {
    BatchSeries series = new BatchSeries(i -> call.batch(), 1);
    return DiscretisationGap.measure(supernet, call.input(), CELL, 0, IMAGES, series, series);
  }

  private static void mixOneHot(SupernetInput input) {
    for (int i = 0; i < input.modes().length; i++) {
      Edge edge = Edge.at(i / Operation.COUNT % Edge.COUNT);
      boolean stays = CELL.operation(edge).code() == i % Operation.COUNT;
      input.operationWeights()[i] = stays ? 1 : 0;
      input.modes()[i] = stays ? OperationMode.ACTIVE : OperationMode.OFF;
    }
  }

  /** In percent, in evaluation with the statistics of the batch, variance unbiased. */
  private static double referenceAccuracy(RandomCase call) {
    ReferenceSupernet.Arguments training = call.forReference();
    double[] next = new ReferenceSupernet(SPEC, call.layout(), training).nextState();
    double[] own = new double[next.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = (next[i] - (1 - SupernetSpec.MOMENTUM) * training.s()[i]) / SupernetSpec.MOMENTUM;
    }
    double[] logits =
        new ReferenceSupernet(
                SPEC,
                call.layout(),
                new ReferenceSupernet.Arguments(
                    training.w(),
                    own,
                    training.p(),
                    training.modes(),
                    training.q(),
                    Knobs.EVALUATION,
                    training.images(),
                    training.labels()))
            .logits();
    int correct = 0;
    for (int image = 0; image < IMAGES; image++) {
      int best = 0;
      for (int label = 1; label < SPEC.classes(); label++) {
        int first = image * SPEC.classes();
        best = logits[first + label] > logits[first + best] ? label : best;
      }
      correct += best == training.labels()[image] ? 1 : 0;
    }
    return 100.0 * correct / IMAGES;
  }

  /** A batch's own statistics, worked out of the state that follows a state of some other kind. */
  private static FloatBuffer statistics(OneDnnSupernet supernet, RandomCase call, Batch batch) {
    FloatBuffer state = FlatBuffers.allocate(supernet.layout().state().length());
    for (Slice slice : supernet.layout().state().slices()) {
      for (int i = slice.offset(); i < slice.end(); i++) {
        state.put(i, 0.5f);
      }
    }
    SupernetInput input = new SupernetInput(SPEC, call.input().weights(), state);
    Arrays.fill(input.operationWeights(), 0.2);
    SupernetOutput output = new SupernetOutput(SPEC, supernet.layout(), IMAGES);
    Set<Want> want = EnumSet.of(Want.STATE);
    supernet.evaluate(input, Knobs.TRAINING, batch, want, output);
    FloatBuffer own = FlatBuffers.allocate(state.capacity());
    FlatVectors.sum(output.state(), -(1 - SupernetSpec.MOMENTUM), state, own);
    FlatVectors.scale(1 / SupernetSpec.MOMENTUM, own);
    return own;
  }
}
