package org.dartboard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dartboard.benchmark.BenchmarkRun;
import org.dartboard.benchmark.Comparer;
import org.dartboard.benchmark.Comparison;
import org.dartboard.benchmark.History;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dartboard bench history}: how measurements went from run to run. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = {
      "Prints each measurement in each run, the earliest first, and what changed since the last"
          + " run on a machine with the same processor and cores."
    },
    footerHeading = "%nExit codes:%n",
    footer = {"  0  done", "  2  wrong arguments, or a file that is damaged or no benchmark run"})
final class BenchHistoryCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The folder with the runs. Default: reports/jmh in the checkout.")
  private @Nullable Path folder;

  @Option(
      names = "--benchmark",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Only benchmarks whose name and parameters contain this.")
  private String wanted = "";

  @Mixin private ComparisonOptions comparison = new ComparisonOptions();

  @Option(
      names = "--chart",
      paramLabel = "FILE",
      description = "Also draw the scores over the runs, as .svg or .png; all in one unit.")
  private @Nullable Path chart;

  @Mixin private Output output = new Output(OutputFormat.TEXT);

  @Override
  public Integer call() throws IOException {
    BenchCharts.check(chart);
    Comparer comparer = comparison.comparer();
    Path place = folder == null ? Home.find().reports().resolve("jmh") : folder;
    if (!Files.isDirectory(place)) {
      throw new BadInputException(place + " is no folder; mvn verify -Pjmh writes runs");
    }
    List<BenchmarkRun> runs = History.read(place);
    Map<String, List<History.Step>> steps =
        History.of(runs, comparer).steps().entrySet().stream()
            .filter(entry -> entry.getKey().contains(wanted))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one, LinkedHashMap::new));
    if (steps.isEmpty()) {
      throw new BadInputException(
          runs.isEmpty()
              ? place + " has no benchmark run; mvn verify -Pjmh writes one"
              : "none of the " + runs.size() + " runs in " + place + " has '" + wanted + "'");
    }
    output.print(listing(steps));
    if (chart != null) {
      BenchCharts.write(chart, BenchCharts.history(steps));
    }
    return ExitCode.DONE;
  }

  private static Listing listing(Map<String, List<History.Step>> steps) {
    Listing listing =
        new Listing(
            "benchmark",
            "parameters",
            "run",
            "revision",
            "score",
            "unit",
            "peak_rss_bytes",
            "ratio",
            "low",
            "high",
            "judgement");
    steps.values().forEach(list -> list.forEach(step -> add(listing, step)));
    return listing;
  }

  private static void add(Listing listing, History.Step step) {
    Comparison change = step.change();
    String revision = step.run().machine().revision();
    listing.add(
        step.measurement().benchmark(),
        step.measurement().settings(),
        step.run().name(),
        revision.substring(0, Math.min(7, revision.length())),
        BenchCompareCommand.rounded(step.measurement().score()),
        step.measurement().unit(),
        step.measurement().peakBytes().isPresent()
            ? (long) step.measurement().peakBytes().getAsDouble()
            : null,
        change == null ? null : BenchCompareCommand.rounded(change.ratio()),
        change == null ? null : BenchCompareCommand.rounded(change.interval().low()),
        change == null ? null : BenchCompareCommand.rounded(change.interval().high()),
        change == null ? "first" : change.judgement().label());
  }
}
