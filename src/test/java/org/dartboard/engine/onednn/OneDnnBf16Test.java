package org.dartboard.engine.onednn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.dartboard.engine.Agreement;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.Precision;
import org.dartboard.engine.RandomCase;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine with narrow tensors, which most processors emulate. */
class OneDnnBf16Test {
  private static final int CASES = 60;

  static LongStream seeds() {
    return LongStream.range(0, 24);
  }

  @BeforeEach
  void requireInstructions() {
    Assumptions.assumeTrue(
        InstructionSet.effective().supports(Precision.BF16),
        "the processor has no AVX-512, without which oneDNN has no bf16");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agreesWithTheReference(long seed) {
    RandomCase call = usual(seed);
    try (OneDnnSupernet supernet = narrow(call)) {
      Agreement.assertAgrees(supernet, call, Precision.BF16);
    }
  }

  /**
   * Each gradient is off by some per cent at random. In the middle network of many, the share of
   * the exact gradient that is in the engine's is nearly 1: whatever were missing would be missing
   * of all.
   */
  @Test
  void nothingIsMissingOfTheGradients() {
    double[][] shares = new double[3][CASES];
    for (int i = 0; i < CASES; i++) {
      RandomCase call = usual(i + 1);
      try (OneDnnSupernet supernet = narrow(call);
          OneDnnSupernet wide = new OneDnnSupernet(call.spec(), call.batch().capacity())) {
        SupernetOutput narrow = evaluate(supernet, call);
        SupernetOutput exact = evaluate(wide, call);
        shares[0][i] =
            share(
                RandomCase.doubles(narrow.weightGradient()),
                RandomCase.doubles(exact.weightGradient()));
        shares[1][i] = share(narrow.operationGradient(), exact.operationGradient());
        shares[2][i] = share(narrow.edgeGradient(), exact.edgeGradient());
      }
    }
    for (double[] each : shares) {
      Arrays.sort(each);
      assertEquals(1, each[CASES / 2], 0.03);
    }
  }

  private static double share(double[] actual, double[] exact) {
    double product = 0;
    double square = 0;
    for (int i = 0; i < exact.length; i++) {
      product += actual[i] * exact[i];
      square += exact[i] * exact[i];
    }
    // Of nothing, nothing can be missing.
    return square == 0 ? 1 : product / square;
  }

  @Test
  void theSameArgumentsGiveTheSameBits() {
    RandomCase call = usual(1);
    try (OneDnnSupernet one = narrow(call);
        OneDnnSupernet other = narrow(call)) {
      SupernetOutput first = evaluate(one, call);
      for (SupernetOutput again : List.of(evaluate(one, call), evaluate(other, call))) {
        assertEquals(first.loss(), again.loss());
        assertEquals(first.weightGradient(), again.weightGradient());
        assertEquals(first.state(), again.state());
        assertArrayEquals(first.operationGradient(), again.operationGradient());
        assertArrayEquals(first.edgeGradient(), again.edgeGradient());
      }
      assertEquals(Precision.BF16, one.description().precision());
    }
  }

  private static SupernetOutput evaluate(OneDnnSupernet supernet, RandomCase call) {
    SupernetOutput output = new SupernetOutput(call.spec(), call.layout(), call.batch().capacity());
    Set<Want> want = EnumSet.allOf(Want.class);
    if (!call.knobs().training()) {
      want.remove(Want.STATE);
    }
    supernet.evaluate(call.input(), call.knobs(), call.batch(), want, output);
    return output;
  }

  private static OneDnnSupernet narrow(RandomCase call) {
    // Every second one in tiles of one image.
    long tileBytes = call.knobs().maskSeed() % 2 == 0 ? 1 : Tiling.usualBytes();
    return new OneDnnSupernet(call.spec(), call.batch().capacity(), Precision.BF16, tileBytes);
  }

  /** A network whose batch norms see enough values for rounding not to be magnified. */
  private static RandomCase usual(long seed) {
    // oneDNN's own batch norm with 16 channels, the one by way of single precision with fewer.
    int width = seed % 4 == 3 ? 16 : 4;
    SupernetSpec search = SupernetSpec.search(width, 1, 8, 4, seed % 2 == 0);
    PartialChannels partial =
        switch ((int) (seed % 5)) {
          case 0 -> new PartialChannels.First(2);
          case 1 -> new PartialChannels.Random(2);
          case 2 -> new PartialChannels.Attention(2, 2);
          default -> new PartialChannels.All();
        };
    SupernetSpec spec =
        new SupernetSpec(
            width,
            1,
            8,
            4,
            search.operations(),
            seed % 3 == 0,
            search.runningStatistics(),
            partial,
            seed % 7 == 0);
    Knobs knobs = new Knobs(seed % 4 != 0, seed % 6 == 0 ? 0.2 : 0, 0.5, seed);
    return RandomCase.of("usual case " + seed, spec, knobs, 8, seed);
  }
}
