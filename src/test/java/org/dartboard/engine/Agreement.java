package org.dartboard.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.engine.reference.ReferenceSupernet;
import org.dartboard.engine.reference.Rounding;
import org.dartboard.random.RandomStreams;

/**
 * Compares an engine's results with the reference's.
 *
 * <p>An engine can do no better than a reference whose numbers are rounded as the engine's are. So
 * the reference is evaluated again, {@link #NEIGHBOURS} times, with random errors of some roundings
 * in every tensor and every gradient, and each group of results may be off by a factor times the
 * farthest that it moved, and by the rounding of the results themselves.
 */
public final class Agreement {
  private static final int NEIGHBOURS = 8;

  /**
   * How near an engine must come.
   *
   * @param rounding the largest relative error of one rounding
   * @param roundings how many of them the neighbours' errors may be
   * @param factor how much farther than the farthest neighbour the engine may be
   * @param corners whether corners can be kept away from
   */
  private record Bound(double rounding, double roundings, double factor, boolean corners) {
    /**
     * Adding up n terms one by one is off by about the root of n / 6 roundings of the sum's size,
     * and the longest sums of the random networks have some hundred terms, so that uniform errors
     * of up to 8 roundings are of the engine's own size. Where a group is one number, all
     * neighbours may by chance have moved it little: with errors of equal size, normally
     * distributed, eight neighbours and a factor of 10, an engine that is right is refused once in
     * five million times.
     */
    static Bound single(double rounding) {
      return new Bound(rounding, 8, 10, true);
    }

    /**
     * Sums are exact in comparison, so that there is one rounding of each tensor and one of the
     * weights; uniform errors of up to 2 roundings are more than twice that, and a factor of 3
     * refuses an engine that is right once in a hundred thousand times. Some ReLU always comes to
     * its other side, in the neighbours as in the engine.
     */
    static Bound bf16() {
      return new Bound(0x1p-8, 2, 3, false);
    }
  }

  private Agreement() {}

  /** A named group of results. */
  private record Group(String name, double[] values) {}

  /**
   * Evaluates a call on an engine with everything wanted and compares all of it with the reference.
   *
   * @param precision the largest relative error of one rounding in the engine
   */
  public static void assertAgrees(Supernet supernet, RandomCase call, double precision) {
    assertAgrees(supernet, call, Bound.single(precision));
  }

  /** Likewise, for an engine whose tensors are stored in that precision. */
  public static void assertAgrees(Supernet supernet, RandomCase call, Precision precision) {
    assertAgrees(
        supernet, call, precision == Precision.BF16 ? Bound.bf16() : Bound.single(0x1p-24));
  }

  private static void assertAgrees(Supernet supernet, RandomCase call, Bound bound) {
    if (bound.corners()) {
      moveOffCorners(call, bound.rounding());
    }
    List<Group> expected = reference(call, Rounding.exact());
    List<Group> actual = evaluate(supernet, call);
    List<List<Group>> neighbours =
        IntStream.range(0, NEIGHBOURS)
            .parallel()
            .mapToObj(neighbour -> neighbour(call, neighbour, bound.roundings() * bound.rounding()))
            .toList();
    for (int group = 0; group < expected.size(); group++) {
      double[] values = expected.get(group).values();
      double moved = 0;
      for (List<Group> neighbour : neighbours) {
        moved = Math.max(moved, distance(values, neighbour.get(group).values()));
      }
      double allowed = bound.factor() * moved + 2 * bound.rounding() * largest(values);
      double distance = distance(values, actual.get(group).values());
      String name = expected.get(group).name();
      assertTrue(
          distance <= allowed,
          () ->
              call.name()
                  + ", "
                  + name
                  + ": off by "
                  + distance
                  + ", allowed is "
                  + allowed
                  + " where the largest value is "
                  + largest(values));
    }
  }

  /**
   * Adds noise to the images until rounding errors cannot take a ReLU's input to the other side of
   * 0, or a choice of the largest to another one, where the gradient is another. (Brightness would
   * not do: batch norm takes it out again.)
   */
  private static void moveOffCorners(RandomCase call, double precision) {
    UniformRandomProvider random = new RandomStreams("noise", 0).stream("all");
    for (int attempt = 0; attempt < 1000; attempt++) {
      if (new ReferenceSupernet(call.spec(), call.layout(), call.forReference()).nearestCorner()
          >= 32 * precision) {
        return;
      }
      FloatBuffer images = call.batch().images();
      for (int i = 0; i < images.capacity(); i++) {
        images.put(i, images.get(i) + (float) random.nextDouble(-0.1, 0.1));
      }
    }
    fail(call.name() + " is at a corner with any images");
  }

  private static List<Group> neighbour(RandomCase call, int number, double size) {
    UniformRandomProvider random = new RandomStreams("rounding", number).stream("all");
    return reference(call, Rounding.random(random, size));
  }

  private static List<Group> evaluate(Supernet supernet, RandomCase call) {
    SupernetOutput output = new SupernetOutput(call.spec(), call.layout(), call.batch().capacity());
    Set<Want> want = EnumSet.allOf(Want.class);
    if (!call.knobs().training()) {
      want.remove(Want.STATE);
      output.state().put(0, call.input().state(), 0, output.state().capacity());
    }
    supernet.evaluate(call.input(), call.knobs(), call.batch(), want, output);
    double[] logits = new double[call.batch().size() * call.spec().classes()];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = output.logits()[i];
    }
    return groups(
        call,
        output.loss(),
        logits,
        RandomCase.doubles(output.weightGradient()),
        output.operationGradient(),
        output.edgeGradient(),
        RandomCase.doubles(output.state()));
  }

  private static List<Group> reference(RandomCase call, Rounding rounding) {
    ReferenceSupernet reference =
        new ReferenceSupernet(call.spec(), call.layout(), call.forReference(), rounding);
    return groups(
        call,
        reference.loss(),
        reference.logits(),
        reference.weightGradient(),
        reference.operationGradient(),
        reference.edgeGradient(),
        reference.nextState());
  }

  private static List<Group> groups(
      RandomCase call,
      double loss,
      double[] logits,
      double[] weightGradient,
      double[] operationGradient,
      double[] edgeGradient,
      double[] state) {
    List<Group> groups = new ArrayList<>();
    groups.add(new Group("loss", new double[] {loss}));
    groups.add(new Group("logits", logits));
    for (Slice slice : call.layout().weights().slices()) {
      double[] values = new double[slice.length()];
      System.arraycopy(weightGradient, slice.offset(), values, 0, values.length);
      groups.add(new Group("gradient of " + slice.name(), values));
    }
    groups.add(new Group("dL/dp", operationGradient));
    groups.add(new Group("dL/dq", edgeGradient));
    groups.add(new Group("state", state));
    return groups;
  }

  private static double distance(double[] one, double[] other) {
    double distance = 0;
    for (int i = 0; i < one.length; i++) {
      double difference = Math.abs(one[i] - other[i]);
      // A number that is none must not pass for a small difference.
      distance = difference <= distance ? distance : difference;
      if (Double.isNaN(difference)) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return distance;
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
