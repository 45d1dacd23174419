package org.dartboard.engine.nd4j;

import java.util.EnumSet;
import org.bytedeco.javacpp.Pointer;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.RandomCase;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;

/**
 * A program that prints how the resident memory of its own process grows: over 300 evaluations
 * after the first 100, and over 20 networks that are made and closed.
 *
 * <p>It wants a Java heap that is touched at the start, so that nothing but native memory can grow.
 */
final class Nd4jMemory {
  private Nd4jMemory() {}

  public static void main(String[] arguments) {
    System.out.println(grownByEvaluations() + " " + grownByNetworks());
  }

  private static long grownByEvaluations() {
    SupernetSpec plain = SupernetSpec.search(4, 1, 4, 2, true);
    SupernetSpec spec =
        new SupernetSpec(
            4, 1, 4, 2, plain.operations(), true, true, new PartialChannels.Attention(2, 2), true);
    Knobs knobs = new Knobs(true, 0.3, 0.5, 7);
    RandomCase call = RandomCase.of("soak", spec, knobs, 2, 1);
    SupernetOutput output = new SupernetOutput(spec, call.layout(), 2);
    try (Nd4jSupernet supernet = new Nd4jSupernet(spec, 2)) {
      long settled = 0;
      for (int step = 0; step < 400; step++) {
        if (step == 100) {
          settled = Pointer.physicalBytes();
        }
        supernet.evaluate(
            call.input(), call.knobs(), call.batch(), EnumSet.allOf(Want.class), output);
      }
      return Pointer.physicalBytes() - settled;
    }
  }

  private static long grownByNetworks() {
    openAndClose(5);
    long settled = Pointer.physicalBytes();
    openAndClose(20);
    return Pointer.physicalBytes() - settled;
  }

  private static void openAndClose(int times) {
    SupernetSpec spec = SupernetSpec.search(16, 1, 16, 10, false);
    for (int i = 0; i < times; i++) {
      new Nd4jSupernet(spec, 32).close();
    }
  }
}
