package org.dartboard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dartboard.embedded.EmbeddedBuild;
import org.dartboard.embedded.TrainingProtocol;
import org.dartboard.engine.Precision;
import org.dartboard.run.Machine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dartboard embedded build}: trains every cell as a tiny network. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = {
      "Trains every cell as a tiny network on generated images, cells that compute the same once,"
          + " from each seed, and writes the figures as CSV.",
      "It can be stopped at any time and goes on from there: at most half a minute's work is lost."
    })
final class EmbeddedBuildCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder for the table, or that of a build to go on with.")
  private Path folder = Path.of("");

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "How many times to train each cell. Default: ${DEFAULT-VALUE}.")
  private int seeds = 3;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Trainings at once, each on one core. Default: one a processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--hours",
      paramLabel = "H",
      description = "Stop after this time; call again to go on. Default: until all is done.")
  private double hours = Double.POSITIVE_INFINITY;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (seeds < 1 || threads < 1 || !(hours > 0)) {
      throw new BadInputException("--seeds, --threads and --hours must be above 0");
    }
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    EmbeddedBuild build =
        new EmbeddedBuild(
            folder,
            TrainingProtocol.RELEASE,
            Engines.ONEDNN.supernets(Precision.FP32),
            Map.of(
                "program", "Dartboard " + Machine.version(),
                "revision", Machine.revision(),
                "processor", Machine.processor()));
    Duration limit = Duration.ofSeconds((long) Math.min(hours * 3600, 1e9));
    boolean complete = build.run(seeds, threads, limit, new Progress(err, seeds));
    err.printf(
        complete ? "the table is complete: %s%n" : "stopped; the same command goes on: %s%n",
        folder);
    return ExitCode.DONE;
  }

  /** A line every minute, or every fifth of a second on a terminal, with the time left. */
  private static final class Progress implements EmbeddedBuild.Listener {
    private final PrintWriter err;
    private final int seeds;
    private final long interval =
        ProgressLine.onTerminal()
            ? Duration.ofMillis(200).toNanos()
            : Duration.ofMinutes(1).toNanos();
    private final String end = ProgressLine.onTerminal() ? "   \r" : System.lineSeparator();
    private final long began = System.nanoTime();
    private long told = began;
    private long trained;

    Progress(PrintWriter err, int seeds) {
      this.err = err;
      this.seeds = seeds;
    }

    @Override
    public void trained(int seed, int done, int total) {
      trained++;
      long now = System.nanoTime();
      if (now - told < interval && done < total) {
        return;
      }
      told = now;
      double each = (now - began) / 1e9 / trained;
      double minutes = each * ((long) (seeds - seed) * total - done) / 60;
      err.printf(
          Locale.ROOT,
          "seed %d: %d of %d trained; all %d seeds done in about %.0f min%s",
          seed,
          done,
          total,
          seeds,
          minutes,
          end);
      err.flush();
    }
  }
}
