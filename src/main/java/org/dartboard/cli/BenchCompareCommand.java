package org.dartboard.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dartboard.benchmark.BenchmarkFile;
import org.dartboard.benchmark.BenchmarkRun;
import org.dartboard.benchmark.Comparer;
import org.dartboard.benchmark.Comparison;
import org.dartboard.benchmark.Judgement;
import org.dartboard.benchmark.RunComparison;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dartboard bench compare}: two runs, or the engines of one. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Compares two benchmark runs, or the engines of one. A ratio is how many times as fast the"
          + " second is as the first, with its bootstrap interval over processes.",
      "Something is faster or slower only if the interval excludes 1 and the ratio reaches the"
          + " minimum effect; the same if the whole interval is within the minimum effect."
    },
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  compared, whatever the outcome",
      "  1  something is slower, where --fail-on slower was given",
      "  2  wrong arguments, or a file that is damaged or no benchmark run"
    })
final class BenchCompareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "A run: a file under reports/jmh.")
  private Path first = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "B",
      description = "Another run. Without it the engines of A are compared.")
  private @Nullable Path second;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "onednn",
      description =
          "With one run, the engine that is compared with all others. Default: ${DEFAULT-VALUE}.")
  private String engine = "";

  @Mixin private ComparisonOptions comparison = new ComparisonOptions();

  @Option(names = "--fail-on", paramLabel = "slower", description = "End with 1 if any is slower.")
  private @Nullable String failOn;

  @Option(
      names = "--chart",
      paramLabel = "FILE",
      description = "Also draw the ratios, as .svg or .png.")
  private @Nullable Path chart;

  @Mixin private Output output = new Output(OutputFormat.TEXT);

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (failOn != null && !failOn.equals("slower")) {
      throw new BadInputException("--fail-on is '" + failOn + "', not slower");
    }
    BenchCharts.check(chart);
    Comparer comparer = comparison.comparer();
    BenchmarkRun base = BenchmarkFile.read(first);
    BenchmarkRun other = second == null ? base : BenchmarkFile.read(second);
    RunComparison compared =
        second == null
            ? RunComparison.ofEngines(base, engine, comparer)
            : RunComparison.ofRuns(base, other, comparer);
    if (compared.comparisons().isEmpty()) {
      throw new BadInputException(nothing(compared));
    }
    output.print(listing(compared));
    notes(base, other, compared);
    if (chart != null) {
      String what =
          second == null ? engine + " in " + base.name() : other.name() + " to " + base.name();
      BenchCharts.write(chart, BenchCharts.ratios(what, compared));
    }
    boolean slower =
        compared.comparisons().stream().anyMatch(c -> c.judgement() == Judgement.SLOWER);
    return failOn != null && slower ? ExitCode.NOT_REPRODUCED : ExitCode.DONE;
  }

  private String nothing(RunComparison compared) {
    String reason =
        second == null
            ? first + " has no benchmark that both " + engine + " and another engine did"
            : first + " and " + second + " have no benchmark in common";
    return compared.unmatched().isEmpty()
        ? reason
        : reason + "; there are " + String.join(", ", compared.unmatched());
  }

  private static Listing listing(RunComparison compared) {
    Listing listing =
        new Listing(
            "benchmark",
            "base",
            "base_score",
            "compared",
            "score",
            "unit",
            "ratio",
            "low",
            "high",
            "judgement",
            "memory_ratio");
    for (Comparison row : compared.comparisons()) {
      listing.add(
          row.base().benchmark(),
          row.base().settings(),
          rounded(row.base().score()),
          row.other().settings(),
          rounded(row.other().score()),
          row.base().unit(),
          rounded(row.ratio()),
          rounded(row.interval().low()),
          rounded(row.interval().high()),
          row.judgement().label(),
          row.memoryRatio().isPresent() ? rounded(row.memoryRatio().getAsDouble()) : null);
    }
    return listing;
  }

  /** Four significant digits, which is more than any of these times is good for. */
  static double rounded(double value) {
    return new BigDecimal(value, new MathContext(4)).doubleValue();
  }

  private void notes(BenchmarkRun base, BenchmarkRun other, RunComparison compared) {
    CommandSpec command = Objects.requireNonNull(spec);
    if (!base.machine().comparableWith(other.machine())) {
      command
          .commandLine()
          .getErr()
          .println(
              "dartboard: these runs are from different machines ("
                  + base.machine().processor()
                  + ", "
                  + base.machine().cores()
                  + " cores; "
                  + other.machine().processor()
                  + ", "
                  + other.machine().cores()
                  + " cores), so the ratios say little of the program");
    }
    for (String key : compared.unmatched()) {
      command.commandLine().getErr().println("dartboard: not compared: " + key);
    }
  }
}
