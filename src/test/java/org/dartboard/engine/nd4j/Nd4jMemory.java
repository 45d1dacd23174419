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
 * A program that prints by how much the resident memory of its own process and the number of
 * JavaCPP's pointers grow: over 200 evaluations after the first 50, and over 20 networks that are
 * made, used once and closed after as many others.
 *
 * <p>It wants a Java heap that is touched at the start, so that nothing but native memory can grow.
 */
final class Nd4jMemory {
  private Nd4jMemory() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.out.println(grownByEvaluations() + " " + grownByNetworks());
  }

  private static String grownByEvaluations() throws InterruptedException {
    RandomCase call = tiny();
    try (Nd4jSupernet supernet = new Nd4jSupernet(call.spec(), 2)) {
      evaluate(supernet, call, 50);
      Usage settled = Usage.now();
      evaluate(supernet, call, 200);
      return Usage.now().since(settled);
    }
  }

  private static String grownByNetworks() throws InterruptedException {
    RandomCase call = tiny();
    openAndClose(call, 20);
    Usage settled = Usage.now();
    openAndClose(call, 20);
    return Usage.now().since(settled);
  }

  private static RandomCase tiny() {
    SupernetSpec plain = SupernetSpec.search(4, 1, 4, 2, true);
    SupernetSpec spec =
        new SupernetSpec(
            4, 1, 4, 2, plain.operations(), true, true, new PartialChannels.Attention(2, 2), true);
    return RandomCase.of("soak", spec, new Knobs(true, 0.3, 0.5, 7), 2, 1);
  }

  private static void openAndClose(RandomCase call, int times) {
    for (int i = 0; i < times; i++) {
      try (Nd4jSupernet supernet = new Nd4jSupernet(call.spec(), 2)) {
        evaluate(supernet, call, 1);
      }
    }
  }

  private static void evaluate(Nd4jSupernet supernet, RandomCase call, int times) {
    SupernetOutput output = new SupernetOutput(call.spec(), call.layout(), 2);
    for (int step = 0; step < times; step++) {
      supernet.evaluate(
          call.input(), call.knobs(), call.batch(), EnumSet.allOf(Want.class), output);
    }
  }

  /** What the process holds after a collection has freed what nothing refers to any more. */
  private record Usage(long bytes, long pointers) {
    static Usage now() throws InterruptedException {
      // ND4J frees on threads of its own, some time after the collection.
      for (int i = 0; i < 5; i++) {
        System.gc();
        Thread.sleep(200);
      }
      return new Usage(Pointer.physicalBytes(), Pointer.totalCount());
    }

    String since(Usage before) {
      return (bytes - before.bytes) + " " + (pointers - before.pointers);
    }
  }
}
