package org.dartboard.engine.onednn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.dartboard.engine.RandomCase;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetContractTest;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.junit.jupiter.api.Test;

class OneDnnContractTest extends SupernetContractTest {
  @Override
  protected Supernet create(SupernetSpec spec, int maximumBatch) {
    return new OneDnnSupernet(spec, maximumBatch);
  }

  @Override
  protected long nativeBytes(Supernet supernet) {
    return ((OneDnnSupernet) supernet).nativeBytes();
  }

  @Test
  void manyTensorsThatFitOneByOneButNotTogetherAreAnError() {
    SupernetSpec deep = SupernetSpec.search(64, 100, 32, 10, false);

    String message = message(() -> new OneDnnSupernet(deep, 4096).close());

    assertTrue(message.contains("out of native memory") && message.contains("were free"), message);
  }

  @Test
  void aStepTakesNoHeap() {
    RandomCase call = call(2);
    SupernetOutput output = new SupernetOutput(SPEC, call.layout(), 2);
    try (Supernet supernet = new OneDnnSupernet(SPEC, 2)) {
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      run(supernet, call, output, 100);
      long heap = threads.getCurrentThreadAllocatedBytes();
      run(supernet, call, output, 200);
      long taken = threads.getCurrentThreadAllocatedBytes() - heap;
      assertTrue(taken < 200, taken + " bytes of heap in 200 steps");
    }
  }

  private static void run(Supernet supernet, RandomCase call, SupernetOutput output, int times) {
    for (int i = 0; i < times; i++) {
      supernet.evaluate(call.input(), call.knobs(), call.batch(), ALL, output);
    }
  }
}
