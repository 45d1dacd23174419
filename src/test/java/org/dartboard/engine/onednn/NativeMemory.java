package org.dartboard.engine.onednn;

import java.util.EnumSet;
import org.bytedeco.javacpp.Pointer;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.RandomCase;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;

/**
 * A program that prints how the resident memory of its own process grows: over 9,000 evaluations
 * after the first 1,000, and over 20 networks that are made and closed.
 *
 * <p>It wants a Java heap that is touched at the start, so that nothing but native memory can grow.
 */
final class NativeMemory {
  private NativeMemory() {}

  public static void main(String[] arguments) {
    System.out.println(grownByEvaluations() + " " + grownByNetworks());
  }

  private static long grownByEvaluations() {
    SupernetSpec spec = SupernetSpec.search(2, 1, 4, 2, true);
    RandomCase call = RandomCase.of("soak", spec, Knobs.TRAINING, 2, 1);
    SupernetOutput output = new SupernetOutput(spec, call.layout(), 2);
    try (OneDnnSupernet supernet = new OneDnnSupernet(spec, 2)) {
      long settled = 0;
      for (int step = 0; step < 10_000; step++) {
        if (step == 1_000) {
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
      new OneDnnSupernet(spec, 32).close();
    }
  }
}
