package org.dartboard.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dartboard.benchmark.BenchmarkFile;
import org.dartboard.benchmark.BenchmarkRun;
import org.dartboard.benchmark.Measurement;
import org.dartboard.engine.ConvolutionArithmetic;
import org.dartboard.engine.SupernetSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dartboard bench growth}: time against arithmetic. */
@Command(
    name = "growth",
    mixinStandardHelpOptions = true,
    description = {
      "Sets the times of the Throughput suite against the arithmetic of their networks.",
      "ms_per_gflop falls or stays where time grows no faster than the arithmetic. The floor is the"
          + " time that the convolutions would take at the machine's peak."
    },
    footerHeading = "%nExit codes:%n",
    footer = {"  0  done", "  2  wrong arguments, or a file that is damaged or no benchmark run"})
final class BenchGrowthCommand implements Callable<Integer> {
  private static final int BATCH = 64;
  private static final int IMAGE_SIZE = 32;
  private static final int CLASSES = 10;
  private static final String SIZE = "size";
  private static final double GIGA = 1e9;

  @Parameters(index = "0", paramLabel = "FILE", description = "A run of the Throughput suite.")
  private Path file = Path.of("");

  @Option(
      names = "--peak",
      paramLabel = "FILE",
      description = "A run of the PeakArithmetic suite, for the floor.")
  private @Nullable Path peakFile;

  @Option(
      names = "--chart",
      paramLabel = "FILE",
      description = "Also draw the time of a GFLOP over the arithmetic, as .svg or .png.")
  private @Nullable Path chart;

  @Mixin private Output output = new Output(OutputFormat.TEXT);

  @Override
  public Integer call() throws IOException {
    BenchCharts.check(chart);
    BenchmarkRun run = BenchmarkFile.read(file);
    List<Measurement> sized =
        run.measurements().stream()
            .filter(measurement -> measurement.benchmark().startsWith("ThroughputBenchmark"))
            .toList();
    if (sized.isEmpty()) {
      throw new BadInputException(file + " has no result of the Throughput suite");
    }
    Double peak = peakFile == null ? null : peak(peakFile);
    Listing listing =
        new Listing(
            "engine",
            "width",
            "cells",
            "gflop",
            "ms",
            "ms_per_gflop",
            "gflop_per_second",
            "floor_ms",
            "times_the_floor");
    List<Growth> grown = sized.stream().map(this::growth).toList();
    grown.forEach(growth -> add(listing, growth, peak));
    output.print(listing);
    if (chart != null) {
      BenchCharts.write(chart, BenchCharts.growth(run.name(), grown, peak));
    }
    return ExitCode.DONE;
  }

  private Growth growth(Measurement measurement) {
    String size = measurement.parameters().getOrDefault(SIZE, "");
    if (!size.matches("[1-9][0-9]{0,3}x[1-9][0-9]{0,3}")) {
      throw new BadInputException(
          "%s: size is '%s' in %s, expected width and cells as in 16x5"
              .formatted(file, size, measurement.key()));
    }
    String[] parts = size.split("x", -1);
    int width = Integer.parseInt(parts[0]);
    int cells = Integer.parseInt(parts[1]);
    SupernetSpec spec = SupernetSpec.search(width, cells, IMAGE_SIZE, CLASSES, true);
    return new Growth(
        measurement.parameters().getOrDefault(Measurement.ENGINE, ""),
        width,
        cells,
        ConvolutionArithmetic.of(spec).searchStep(BATCH) / GIGA,
        measurement.score());
  }

  private static void add(Listing listing, Growth growth, @Nullable Double peak) {
    Double floor = peak == null ? null : growth.floor(peak);
    listing.add(
        growth.engine(),
        growth.width(),
        growth.cells(),
        BenchCompareCommand.rounded(growth.gflop()),
        BenchCompareCommand.rounded(growth.milliseconds()),
        BenchCompareCommand.rounded(growth.ofOneGflop()),
        BenchCompareCommand.rounded(Growth.MILLISECONDS / growth.ofOneGflop()),
        floor == null ? null : BenchCompareCommand.rounded(floor),
        floor == null ? null : BenchCompareCommand.rounded(growth.milliseconds() / floor));
  }

  /** The peak in GFLOP/s. */
  private static double peak(Path file) throws IOException {
    return BenchmarkFile.read(file).measurements().stream()
        .filter(measurement -> measurement.benchmark().startsWith("PeakArithmeticBenchmark"))
        .mapToDouble(Measurement::score)
        .max()
        .orElseThrow(
            () -> new BadInputException(file + " has no result of the PeakArithmetic suite"));
  }
}
