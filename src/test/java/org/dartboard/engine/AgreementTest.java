package org.dartboard.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.LongStream;
import org.dartboard.data.Batch;
import org.dartboard.engine.reference.ReferenceEngine;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

/** The comparison lets the right results pass, and no others. */
class AgreementTest {
  private static final int CASES = 8;
  private static final double SINGLE = 0x1p-24;

  /** A defect that an engine may have. */
  private interface Defect {
    void evaluate(
        Supernet right,
        SupernetInput input,
        Knobs knobs,
        Batch batch,
        Set<Want> want,
        SupernetOutput output);
  }

  /** A supernet with a defect. */
  private record Defective(Supernet right, Defect defect) implements Supernet {
    @Override
    public SupernetSpec spec() {
      return right.spec();
    }

    @Override
    public EngineDescription description() {
      return right.description();
    }

    @Override
    public SupernetLayout layout() {
      return right.layout();
    }

    @Override
    public void evaluate(
        SupernetInput input, Knobs knobs, Batch batch, Set<Want> want, SupernetOutput output) {
      defect.evaluate(right, input, knobs, batch, want, output);
    }

    @Override
    public void close() {
      right.close();
    }
  }

  @Test
  void resultsRoundedToSinglePrecisionPass() {
    assertEquals(
        0,
        caught(
            (right, input, knobs, batch, want, output) ->
                right.evaluate(input, knobs, batch, want, output)));
  }

  @Test
  void aWrongPlaceInPIsCaught() {
    assertEquals(
        CASES,
        caught(
            (right, input, knobs, batch, want, output) -> {
              double[] p = input.operationWeights();
              int one = right.spec().operationIndex(1, Edge.FROM_0_TO_3, Operation.NOR_CONV_1X1);
              int other = right.spec().operationIndex(1, Edge.FROM_0_TO_3, Operation.NOR_CONV_3X3);
              exchange(p, one, other);
              right.evaluate(input, knobs, batch, want, output);
              exchange(p, one, other);
            }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"stem.weight", "cell.0.edge.0.nor_conv_3x3", "reduction.1.first", "head.gamma"})
  void aHundredthOfOneLayersGradientIsMissed(String layer) {
    assertEquals(
        CASES,
        caught(
            (right, input, knobs, batch, want, output) -> {
              right.evaluate(input, knobs, batch, want, output);
              for (Slice slice : right.layout().weights().slices()) {
                if (slice.name().startsWith(layer)) {
                  scale(output.weightGradient(), slice, 0.99f);
                }
              }
            }));
  }

  @Test
  void aHundredthOfTheGradientOfPIsMissed() {
    assertEquals(
        CASES,
        caught(
            (right, input, knobs, batch, want, output) -> {
              right.evaluate(input, knobs, batch, want, output);
              scale(output.operationGradient(), 0.99);
            }));
  }

  @Test
  void aHundredthOfTheGradientOfQIsMissed() {
    assertEquals(
        CASES,
        caught(
            (right, input, knobs, batch, want, output) -> {
              right.evaluate(input, knobs, batch, want, output);
              scale(output.edgeGradient(), 0.99);
            }));
  }

  @Test
  void statisticsThatDoNotMoveAreCaught() {
    assertEquals(
        CASES,
        caught(
            (right, input, knobs, batch, want, output) -> {
              right.evaluate(input, knobs, batch, want, output);
              output.state().put(0, input.state(), 0, input.state().capacity());
            }));
  }

  @Test
  void aLossThatIsOffByATenThousandthIsCaught() {
    assertEquals(
        CASES,
        caught(
            (right, input, knobs, batch, want, output) -> {
              right.evaluate(input, knobs, batch, want, output);
              output.setLoss(1.0001 * output.loss());
            }));
  }

  @Test
  void masksOfAnotherSeedAreCaught() {
    assertEquals(
        CASES,
        caught(
            (right, input, knobs, batch, want, output) ->
                right.evaluate(
                    input,
                    new Knobs(
                        knobs.training(),
                        knobs.skipDropout(),
                        knobs.auxiliaryWeight(),
                        knobs.maskSeed() + 1),
                    batch,
                    want,
                    output)));
  }

  /** In how many cases the defect is caught. */
  private static long caught(Defect defect) {
    return LongStream.range(0, CASES).filter(seed -> caught(seed, defect)).count();
  }

  private static boolean caught(long seed, Defect defect) {
    SupernetSpec search = SupernetSpec.search(4, 1, 8, 3, true);
    Knobs knobs = new Knobs(true, 0.2, 0, seed);
    RandomCase call = RandomCase.of("case " + seed, search, knobs, 3, seed);
    Arrays.fill(call.input().modes(), OperationMode.ACTIVE);
    try {
      Agreement.assertAgrees(new Defective(new ReferenceEngine(search, 3), defect), call, SINGLE);
      return false;
    } catch (AssertionFailedError expected) {
      return true;
    }
  }

  private static void exchange(double[] values, int one, int other) {
    double before = values[one];
    values[one] = values[other];
    values[other] = before;
  }

  private static void scale(double[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }

  private static void scale(FloatBuffer values, Slice slice, float factor) {
    for (int i = slice.offset(); i < slice.end(); i++) {
      values.put(i, values.get(i) * factor);
    }
  }
}
