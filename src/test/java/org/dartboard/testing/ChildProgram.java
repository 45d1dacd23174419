package org.dartboard.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a program of the tests in a process of its own. */
public final class ChildProgram {
  private ChildProgram() {}

  /**
   * Runs a program that watches its own memory: a heap of fixed size, so that what grows is native,
   * and one thread, since small networks take far longer on two, which wait for each other.
   *
   * @return the last line that it printed
   */
  public static String runWithFixedHeap(Class<?> program) throws IOException, InterruptedException {
    return run(
        program,
        Map.of("OMP_NUM_THREADS", "1"),
        "-Xms256m",
        "-Xmx256m",
        "-XX:+AlwaysPreTouch",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1");
  }

  /**
   * Runs it to its end, which must be a good one.
   *
   * @param environment added to this process's
   * @param options of the virtual machine
   * @return the last line that it printed
   */
  public static String run(Class<?> program, Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-classpath", System.getProperty("java.class.path"), program.getName()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), printed);
    return printed.substring(printed.lastIndexOf('\n') + 1);
  }
}
