package org.dartboard.engine.nd4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Native memory neither grows from call to call nor outlives its network. */
class Nd4jMemoryTest {
  private static final long MIB = 1 << 20;

  @Test
  void fourHundredEvaluationsAndTwentyClosedNetworksLeaveNothing()
      throws IOException, InterruptedException {
    String[] grown = grown().split(" ");

    assertTrue(Long.parseLong(grown[0]) < 8 * MIB, grown[0] + " bytes after 300 evaluations");
    assertTrue(Long.parseLong(grown[1]) < 32 * MIB, grown[1] + " bytes after 20 networks");
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
                Nd4jMemory.class.getName())
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
