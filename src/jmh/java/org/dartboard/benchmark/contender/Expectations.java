package org.dartboard.benchmark.contender;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dartboard.io.AtomicFiles;
import org.dartboard.io.Digests;
import tools.jackson.databind.json.JsonMapper;

/**
 * What contenders have to compute, as another one computed it in a process of its own: two OpenMP
 * runtimes in one process would falsify time and memory.
 *
 * <p>Outcomes are kept in a folder while a run lasts, so that each is computed once.
 */
public final class Expectations {
  /** The system property that names the folder. */
  public static final String FOLDER = "dartboard.expectations";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Expectations() {}

  /**
   * Lets a contender do its workload once and compares the outcome with its judge's.
   *
   * @throws IllegalStateException if they differ by more than is allowed
   */
  public static void check(Contenders name, Contender contender, Workload workload)
      throws IOException, InterruptedException {
    contender.run();
    Outcome expected = expected(name.judge(), workload);
    List<String> differences = contender.outcome().differences(expected, name.tolerance(workload));
    if (!differences.isEmpty()) {
      throw new IllegalStateException(
          "%s does not compute what %s computes for %s: %s"
              .formatted(
                  name.label(), name.judge().label(), workload, String.join("; ", differences)));
    }
  }

  private static Outcome expected(Contenders judge, Workload workload)
      throws IOException, InterruptedException {
    Path folder = Path.of(System.getProperty(FOLDER, "target/jmh-expectations"));
    byte[] name = (judge + " " + workload).getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve(Digests.sha256(name) + ".json");
    if (!Files.exists(file)) {
      compute(judge, workload, file);
    }
    return JSON.readValue(Files.readString(file), Outcome.class);
  }

  private static void compute(Contenders judge, Workload workload, Path file)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Expectations.class.getName(),
                judge.label(),
                workload.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start();
    int code = process.waitFor();
    if (code != 0 || !new File(file.toString()).exists()) {
      throw new IllegalStateException(
          "the process in which %s was to compute %s ended with %d; its messages are above"
              .formatted(judge.label(), workload, code));
    }
  }

  /** Computes an outcome and writes it: contender, workload, file. */
  public static void main(String[] arguments) throws IOException {
    Workload workload = Workload.parse(arguments[1]);
    try (Contender contender = Contenders.of(arguments[0]).create(workload)) {
      contender.run();
      AtomicFiles.write(Path.of(arguments[2]), JSON.writeValueAsString(contender.outcome()));
    }
  }
}
