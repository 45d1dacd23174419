package org.dartboard.engine.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dartboard.testing.ChildProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine on lesser processors, and what it says of where it runs. */
class OtherEnvironmentTest {
  @ParameterizedTest
  @CsvSource({"AVX2, AVX2 (slower", "SSE41, less than AVX2 (much slower"})
  void agreesWithTheReferenceWithoutWideInstructions(String limit, String said)
      throws IOException, InterruptedException {
    String printed = run(12, Map.of("ONEDNN_MAX_CPU_ISA", limit, "OMP_NUM_THREADS", "1"));

    assertTrue(printed.contains(said), printed);
    assertTrue(printed.contains("ONEDNN_MAX_CPU_ISA=" + limit), printed);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void agreesWithTheReferenceOnSeveralThreads(int threads)
      throws IOException, InterruptedException {
    run(12, Map.of("OMP_NUM_THREADS", Integer.toString(threads)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1", "3", "2,1"})
  void saysHowManyThreadsCompute(String set) throws IOException, InterruptedException {
    assertThreads(run(1, Map.of("OMP_NUM_THREADS", set)));
  }

  @Test
  void nonsenseForANumberOfThreadsIsIgnoredAsOpenMpDoes() throws IOException, InterruptedException {
    assertThreads(run(1, Map.of("OMP_NUM_THREADS", "many")));
  }

  private static void assertThreads(String printed) {
    assumeTrue(
        Files.exists(Path.of("/proc/self/task")), "threads can be counted only where /proc is");
    String[] parts = printed.split(" ", 3);
    assertEquals(parts[0], parts[1], printed);
  }

  private static String run(int cases, Map<String, String> environment)
      throws IOException, InterruptedException {
    return ChildProgram.run(
        OtherEnvironment.class, environment, "-XX:TieredStopAtLevel=1", "-Dcases=" + cases);
  }
}
