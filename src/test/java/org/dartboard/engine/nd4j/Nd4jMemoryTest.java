package org.dartboard.engine.nd4j;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.dartboard.testing.ChildProgram;
import org.junit.jupiter.api.Test;

/** Native memory neither grows from call to call nor outlives its network. */
class Nd4jMemoryTest {
  private static final long MIB = 1 << 20;

  @Test
  void twoHundredEvaluationsAndTwentyClosedNetworksLeaveNothing()
      throws IOException, InterruptedException {
    String[] grown = ChildProgram.runWithFixedHeap(Nd4jMemory.class).split(" ");

    assertTrue(Long.parseLong(grown[0]) < 8 * MIB, grown[0] + " bytes after 200 evaluations");
    assertTrue(Long.parseLong(grown[1]) < 100, grown[1] + " pointers after 200 evaluations");
    assertTrue(Long.parseLong(grown[2]) < 8 * MIB, grown[2] + " bytes after 20 networks");
    assertTrue(Long.parseLong(grown[3]) < 10, grown[3] + " pointers after 20 networks");
  }
}
