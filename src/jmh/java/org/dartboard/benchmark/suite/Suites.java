package org.dartboard.benchmark.suite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.dartboard.benchmark.BenchmarkFile;
import org.dartboard.benchmark.Fingerprint;
import org.dartboard.benchmark.ThisMachine;
import org.dartboard.benchmark.contender.Expectations;
import org.dartboard.run.Machine;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks with JMH's own arguments and keeps the results, with the machine's fingerprint,
 * under {@code reports/jmh}.
 */
public final class Suites {
  private static final List<String> QUESTIONS = List.of("-h", "-l", "-lp", "-lprof", "-lrf");

  private Suites() {}

  /**
   * The program: JMH's arguments. The file's name is the property dartboard.benchmark.name, the
   * number of {@link Rounds} is dartboard.benchmark.rounds.
   */
  public static void main(String[] arguments)
      throws CommandLineOptionException, RunnerException, IOException {
    if (Stream.of(arguments).anyMatch(QUESTIONS::contains)) {
      org.openjdk.jmh.Main.main(arguments);
      return;
    }
    Path home = Path.of(System.getProperty("dartboard.home", "")).toAbsolutePath();
    Path expectations = Files.createTempDirectory("dartboard-expectations");
    Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Fingerprint machine = ThisMachine.fingerprint(Machine.revision());
    Options options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(arguments))
            .addProfiler(PeakMemoryProfiler.class)
            .jvmArgsAppend("-D" + Expectations.FOLDER + "=" + expectations)
            .build();
    int rounds = Integer.getInteger("dartboard.benchmark.rounds", 1);
    Collection<RunResult> results = Rounds.run(options, rounds);
    if (results.isEmpty()) {
      System.err.println("no benchmark gave a result, so no file is written");
      System.exit(1);
    }
    Path file = home.resolve("reports/jmh").resolve(name(started) + ".json");
    BenchmarkFile.write(file, started, machine, rounds, json(results));
    System.out.println("results: " + file);
  }

  private static String name(Instant started) {
    String given = System.getProperty("dartboard.benchmark.name", "");
    return given.isBlank() ? started.toString().replace(':', '-') : given;
  }

  private static String json(Collection<RunResult> results) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
