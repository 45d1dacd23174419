package org.dartboard.engine.onednn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.dartboard.testing.ChildProgram;
import org.junit.jupiter.api.Test;

/** Native memory neither grows from call to call nor outlives its network. */
class NativeMemoryTest {
  private static final long MIB = 1 << 20;

  @Test
  void tenThousandEvaluationsAndTwentyClosedNetworksLeaveNothing()
      throws IOException, InterruptedException {
    String[] grown = grown().split(" ");

    // 9,000 evaluations that kept 1 KiB each had 9 MiB; the twenty networks, not freed, 720 MiB.
    assertTrue(Long.parseLong(grown[0]) < 4 * MIB, grown[0] + " bytes after 9,000 evaluations");
    assertTrue(Long.parseLong(grown[1]) < 16 * MIB, grown[1] + " bytes after 20 networks");
  }

  private static String grown() throws IOException, InterruptedException {
    // So small a network takes far longer on two threads, which wait for each other.
    return ChildProgram.run(
        NativeMemory.class,
        Map.of("OMP_NUM_THREADS", "1"),
        "-Xms256m",
        "-Xmx256m",
        "-XX:+AlwaysPreTouch",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1");
  }
}
