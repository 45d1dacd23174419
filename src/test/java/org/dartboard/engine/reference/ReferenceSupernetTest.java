package org.dartboard.engine.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.OperationMode;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.RandomCase;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.reference.ReferenceSupernet.Arguments;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Central differences of the loss against the reference's gradients. */
class ReferenceSupernetTest {
  private static final double STEP = 1e-6;
  private static final Knobs KNOBS = new Knobs(true, 0, 0.7, 3);

  static Stream<RandomCase> eachOption() {
    PartialChannels all = new PartialChannels.All();
    Knobs evaluation = new Knobs(false, 0, 0.7, 3);
    Knobs dropout = new Knobs(true, 0.3, 0.7, 3);
    return Stream.of(
        RandomCase.of("plain", spec(false, false, all, false), KNOBS, 2, 1),
        RandomCase.of("affine", spec(true, false, all, false), KNOBS, 2, 2),
        RandomCase.of("evaluation by batch", spec(false, false, all, false), evaluation, 2, 3),
        RandomCase.of("evaluation, running", spec(true, true, all, false), evaluation, 2, 4),
        RandomCase.of("auxiliary skip", spec(false, false, all, true), KNOBS, 2, 5),
        RandomCase.of("skip dropout", spec(false, false, all, false), dropout, 2, 6),
        RandomCase.of(
            "first", spec(false, false, new PartialChannels.First(2), false), KNOBS, 2, 7),
        RandomCase.of(
            "random", spec(false, true, new PartialChannels.Random(4), false), KNOBS, 2, 8),
        RandomCase.of(
            "attention",
            spec(true, false, new PartialChannels.Attention(2, 2), true),
            dropout,
            2,
            9));
  }

  @ParameterizedTest
  @MethodSource("eachOption")
  void gradientsAreCentralDifferencesForEachOption(RandomCase call) {
    assertGradients(call);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void gradientsAreCentralDifferencesForRandomNetworks(long seed) {
    assertGradients(RandomCase.of(seed));
  }

  @Test
  void eachOperationWeightHasTheRightGradientOfItsOwn() {
    RandomCase call =
        RandomCase.of("each p", spec(false, false, new PartialChannels.All(), false), KNOBS, 2, 11);
    Arguments arguments = call.forReference();
    double[] gradient = evaluate(call, arguments).operationGradient().clone();
    for (int i = 0; i < gradient.length; i++) {
      double p = arguments.p()[i];
      arguments.p()[i] = p + STEP;
      double above = evaluate(call, arguments).loss();
      arguments.p()[i] = p - STEP;
      double below = evaluate(call, arguments).loss();
      arguments.p()[i] = p;
      assertEquals((above - below) / (2 * STEP), gradient[i], 1e-7, "p " + i);
    }
  }

  @Test
  void aConvolutionThatIsTakenWithWeightZeroStillHasAGradient() {
    SupernetSpec spec = spec(false, false, new PartialChannels.All(), false);
    RandomCase call = RandomCase.of("p = 0", spec, KNOBS, 2, 12);
    int index = spec.operationIndex(1, Edge.FROM_1_TO_3, Operation.NOR_CONV_3X3);
    call.input().modes()[index] = OperationMode.ACTIVE;
    call.input().operationWeights()[index] = 0;
    Arguments arguments = call.forReference();
    double gradient = evaluate(call, arguments).operationGradient()[index];
    arguments.p()[index] = STEP;
    double above = evaluate(call, arguments).loss();
    arguments.p()[index] = -STEP;
    double below = evaluate(call, arguments).loss();

    assertNotEquals(0, gradient);
    assertEquals((above - below) / (2 * STEP), gradient, 1e-7);
  }

  @Test
  void anOperationThatIsOffHasNeitherEffectNorGradient() {
    SupernetSpec spec = spec(false, false, new PartialChannels.All(), false);
    RandomCase call = RandomCase.of("off", spec, KNOBS, 2, 13);
    int index = spec.operationIndex(0, Edge.FROM_0_TO_1, Operation.AVG_POOL_3X3);
    call.input().modes()[index] = OperationMode.OFF;
    ReferenceSupernet one = evaluate(call, call.forReference());
    call.input().operationWeights()[index] += 1;
    ReferenceSupernet other = evaluate(call, call.forReference());

    assertEquals(one.loss(), other.loss());
    assertEquals(0, other.operationGradient()[index]);
  }

  private static SupernetSpec spec(
      boolean affine, boolean running, PartialChannels partial, boolean auxiliary) {
    return new SupernetSpec(
        4,
        1,
        8,
        3,
        Collections.nCopies(Edge.COUNT, EnumSet.allOf(Operation.class)),
        affine,
        running,
        partial,
        auxiliary);
  }

  private static void assertGradients(RandomCase call) {
    Arguments arguments = call.forReference();
    moveOffCorners(arguments);
    ReferenceSupernet at = evaluate(call, arguments);
    assertTrue(Double.isFinite(at.loss()));
    UniformRandomProvider random = new RandomStreams("directions", 1).stream(call.name());
    assertDirection(call, arguments, arguments.w(), at.weightGradient(), "w", random);
    assertDirection(call, arguments, arguments.p(), at.operationGradient().clone(), "p", random);
    assertDirection(call, arguments, arguments.q(), at.edgeGradient().clone(), "q", random);
  }

  /**
   * A node whose only operation has the weight 0 is 0 everywhere, where ReLU has a corner and a
   * difference says nothing.
   */
  private static void moveOffCorners(Arguments arguments) {
    for (int i = 0; i < arguments.p().length; i++) {
      arguments.p()[i] = arguments.p()[i] == 0 ? 0.1 : arguments.p()[i];
    }
  }

  private static void assertDirection(
      RandomCase call,
      Arguments arguments,
      double[] argument,
      double[] gradient,
      String name,
      UniformRandomProvider random) {
    for (int trial = 0; trial < 3; trial++) {
      double[] direction = new double[argument.length];
      double expected = 0;
      double scale = 0;
      for (int i = 0; i < direction.length; i++) {
        direction[i] = random.nextDouble(-1, 1);
        expected += direction[i] * gradient[i];
        scale += Math.abs(direction[i] * gradient[i]);
      }
      double[] before = argument.clone();
      // A step that is small enough to meet no corner of a ReLU or maximum most of the time.
      double step = STEP / 10;
      double above = lossAt(call, arguments, argument, before, direction, step);
      double below = lossAt(call, arguments, argument, before, direction, -step);
      System.arraycopy(before, 0, argument, 0, before.length);
      assertEquals(
          (above - below) / (2 * step), expected, 1e-5 * scale + 1e-7, call.name() + ", " + name);
    }
  }

  private static double lossAt(
      RandomCase call,
      Arguments arguments,
      double[] argument,
      double[] before,
      double[] direction,
      double step) {
    for (int i = 0; i < argument.length; i++) {
      argument[i] = before[i] + step * direction[i];
    }
    return evaluate(call, arguments).loss();
  }

  private static ReferenceSupernet evaluate(RandomCase call, Arguments arguments) {
    return new ReferenceSupernet(call.spec(), call.layout(), arguments);
  }
}
