package org.dartboard.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.dartboard.data.Batch;
import org.dartboard.data.Layout;
import org.junit.jupiter.api.Test;

/** What {@link Supernet} promises beyond the right numbers, for an engine to be tested with. */
public abstract class SupernetContractTest {
  protected static final SupernetSpec SPEC = SupernetSpec.search(4, 1, 8, 3, true);
  protected static final Set<Want> ALL = EnumSet.allOf(Want.class);

  /** A supernet of the engine. */
  protected abstract Supernet create(SupernetSpec spec, int maximumBatch);

  /** Bytes of native memory that it has. */
  protected abstract long nativeBytes(Supernet supernet);

  @Test
  void theSameArgumentsGiveTheSameBits() {
    RandomCase call = call(3);
    try (Supernet one = create(SPEC, 3);
        Supernet other = create(SPEC, 3)) {
      SupernetOutput first = evaluate(one, call, ALL);
      evaluate(one, call(3), Set.of());
      for (SupernetOutput again :
          new SupernetOutput[] {evaluate(one, call, ALL), evaluate(other, call, ALL)}) {
        assertEquals(first.loss(), again.loss());
        assertEquals(first.weightGradient(), again.weightGradient());
        assertEquals(first.state(), again.state());
        assertArrayEquals(first.operationGradient(), again.operationGradient());
        assertArrayEquals(first.edgeGradient(), again.edgeGradient());
      }
    }
  }

  @Test
  void aShortBatchIsEvaluatedAsItIs() {
    try (Supernet supernet = create(SPEC, 5)) {
      Agreement.assertAgrees(supernet, call(2), 0x1p-24);
      Agreement.assertAgrees(supernet, call(5), 0x1p-24);
      Agreement.assertAgrees(supernet, call(3), 0x1p-24);
    }
  }

  @Test
  void whatIsNotWantedIsLeftAsItWas() {
    RandomCase call = call(2);
    try (Supernet supernet = create(SPEC, 2)) {
      SupernetOutput all = evaluate(supernet, call, ALL);
      for (Want want : Want.values()) {
        SupernetOutput output = new SupernetOutput(SPEC, supernet.layout(), 2);
        output.weightGradient().put(0, 7f);
        output.state().put(0, 7f);
        Arrays.fill(output.operationGradient(), 7);
        Arrays.fill(output.edgeGradient(), 7);
        supernet.evaluate(call.input(), call.knobs(), call.batch(), Set.of(want), output);
        assertEquals(all.loss(), output.loss());
        assertEquals(
            want == Want.WEIGHT_GRADIENT ? all.weightGradient().get(0) : 7f,
            output.weightGradient().get(0));
        assertEquals(want == Want.STATE ? all.state().get(0) : 7f, output.state().get(0));
        double[] sevens = new double[SPEC.operationWeights()];
        Arrays.fill(sevens, 7);
        assertArrayEquals(
            want == Want.OPERATION_GRADIENT ? all.operationGradient() : sevens,
            output.operationGradient());
        assertArrayEquals(
            want == Want.EDGE_GRADIENT
                ? all.edgeGradient()
                : Arrays.copyOf(sevens, SPEC.edgeWeights()),
            output.edgeGradient());
      }
    }
  }

  @Test
  void wrongArgumentsAreNamedAllAtOnce() {
    RandomCase call = call(2);
    try (Supernet supernet = create(SPEC, 2)) {
      SupernetSpec larger = SupernetSpec.search(4, 2, 8, 3, true);
      SupernetInput foreign =
          new SupernetInput(larger, call.input().weights(), call.input().state());
      Batch batch = Batch.allocate(3, 12, Layout.NCHW);
      batch.setSize(3);
      batch.labels()[1] = 3;
      SupernetOutput output = new SupernetOutput(SPEC, supernet.layout(), 3);

      String message =
          message(() -> supernet.evaluate(foreign, Knobs.EVALUATION, batch, ALL, output));

      for (String defect :
          new String[] {
            "the batch has 3 images, not 1 to 2",
            "the images have side 12, not 8",
            "in the order NCHW, not NHWC",
            "image 1 has the label 3, not 0 to 2",
            "p has 180 numbers, not 90",
            "q has 36 numbers, not 18",
            "running statistics are wanted in evaluation"
          }) {
        assertTrue(message.contains(defect), message);
      }
    }
  }

  @Test
  void numbersThatAreNoneAreErrors() {
    try (Supernet supernet = create(SPEC, 2)) {
      RandomCase images = call(2);
      images.batch().images().put(200, Float.NaN);
      assertTrue(
          message(() -> evaluate(supernet, images, ALL))
              .contains("the images hold NaN at position 200"));
      RandomCase weights = call(2);
      weights.input().weights().put(0, Float.POSITIVE_INFINITY);
      assertTrue(
          message(() -> evaluate(supernet, weights, ALL))
              .contains("the weights hold Infinity at position 0"));
      RandomCase p = call(2);
      p.input().operationWeights()[4] = Double.NaN;
      assertTrue(message(() -> evaluate(supernet, p, ALL)).contains("p holds NaN at position 4"));
      // None of this has hurt it.
      Agreement.assertAgrees(supernet, call(2), 0x1p-24);
    }
  }

  @Test
  void aClosedSupernetSaysSo() {
    Supernet supernet = create(SPEC, 2);
    supernet.close();
    supernet.close();

    assertEquals(0, nativeBytes(supernet));
    assertTrue(message(() -> evaluate(supernet, call(2), ALL)).contains("is closed"));
  }

  @Test
  void aNetworkThatMemoryCannotHoldIsAnError() {
    SupernetSpec huge = SupernetSpec.search(512, 1, 1024, 10, false);

    assertTrue(message(() -> create(huge, 100_000).close()).contains("memory"));
  }

  protected static RandomCase call(int batch) {
    return RandomCase.of("contract", SPEC, Knobs.TRAINING, batch, 17);
  }

  private static SupernetOutput evaluate(Supernet supernet, RandomCase call, Set<Want> want) {
    SupernetOutput output =
        new SupernetOutput(call.spec(), supernet.layout(), call.batch().capacity());
    supernet.evaluate(call.input(), call.knobs(), call.batch(), want, output);
    return output;
  }

  protected static String message(org.junit.jupiter.api.function.Executable call) {
    return String.valueOf(assertThrows(EngineException.class, call).getMessage());
  }
}
