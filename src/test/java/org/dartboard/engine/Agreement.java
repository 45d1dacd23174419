package org.dartboard.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.dartboard.engine.reference.ReferenceSupernet;

/** Compares an engine's results with the reference's. */
public final class Agreement {
  private Agreement() {}

  /**
   * Evaluates a call on an engine with everything wanted and compares all of it with the reference.
   *
   * @param tolerance on the loss, and on gradients as a share of the largest entry of their slice
   *     plus the root mean square of the whole gradient
   */
  public static void assertAgrees(Supernet supernet, RandomCase call, double tolerance) {
    ReferenceSupernet reference =
        new ReferenceSupernet(call.spec(), call.layout(), call.forReference());
    SupernetOutput output = new SupernetOutput(call.spec(), call.layout(), call.batch().capacity());
    Set<Want> want = EnumSet.allOf(Want.class);
    if (!call.knobs().training()) {
      want.remove(Want.STATE);
    }
    supernet.evaluate(call.input(), call.knobs(), call.batch(), want, output);
    assertEquals(reference.loss(), output.loss(), tolerance, call.name() + ", loss");
    double[] logits = new double[reference.logits().length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = output.logits()[i];
    }
    assertClose(reference.logits(), logits, 0, logits.length, tolerance, call.name() + ", logits");
    double[] gradient = RandomCase.doubles(output.weightGradient());
    for (Slice slice : call.layout().weights().slices()) {
      assertClose(
          reference.weightGradient(),
          gradient,
          slice.offset(),
          slice.end(),
          tolerance,
          call.name() + ", " + slice.name());
    }
    double[] p = output.operationGradient();
    assertClose(reference.operationGradient(), p, 0, p.length, tolerance, call.name() + ", dL/dp");
    double[] q = output.edgeGradient();
    assertClose(reference.edgeGradient(), q, 0, q.length, tolerance, call.name() + ", dL/dq");
    if (call.knobs().training()) {
      double[] state = RandomCase.doubles(output.state());
      assertClose(
          reference.nextState(), state, 0, state.length, tolerance, call.name() + ", state");
    }
  }

  private static void assertClose(
      double[] expected, double[] actual, int from, int to, double tolerance, String name) {
    double squares = 0;
    for (double each : expected) {
      squares += each * each;
    }
    double scale = Math.sqrt(squares / Math.max(1, expected.length));
    for (int i = from; i < to; i++) {
      scale = Math.max(scale, Math.abs(expected[i]));
    }
    for (int i = from; i < to; i++) {
      double difference = Math.abs(expected[i] - actual[i]);
      int at = i;
      assertTrue(
          difference <= tolerance * scale + 1e-7,
          () ->
              name
                  + " at "
                  + at
                  + ": expected "
                  + expected[at]
                  + ", but was "
                  + actual[at]
                  + ", difference / scale "
                  + difference
                  + " / "
                  + tolerance);
    }
  }
}
