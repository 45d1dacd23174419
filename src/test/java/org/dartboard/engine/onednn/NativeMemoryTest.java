package org.dartboard.engine.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
    ProcessBuilder program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms256m",
                "-Xmx256m",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                NativeMemory.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    // So small a network takes far longer on two threads, which wait for each other.
    program.environment().put("OMP_NUM_THREADS", "1");
    Process process = program.start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), printed);
    return printed.substring(printed.lastIndexOf('\n') + 1);
  }
}
