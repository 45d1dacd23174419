package org.dartboard.engine.onednn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.dartboard.testing.ChildProgram;
import org.junit.jupiter.api.Test;

/** Native memory neither grows from call to call nor outlives its network. */
class NativeMemoryTest {
  private static final long MIB = 1 << 20;

  @Test
  void tenThousandEvaluationsAndTwentyClosedNetworksLeaveNothing()
      throws IOException, InterruptedException {
    String[] grown = ChildProgram.runWithFixedHeap(NativeMemory.class).split(" ");

    // 9,000 evaluations that kept 1 KiB each had 9 MiB; the twenty networks, not freed, 720 MiB.
    assertTrue(Long.parseLong(grown[0]) < 4 * MIB, grown[0] + " bytes after 9,000 evaluations");
    assertTrue(Long.parseLong(grown[1]) < 16 * MIB, grown[1] + " bytes after 20 networks");
  }
}
