package org.dartboard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dartboard.importing.nats.NatsImport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dartboard data import-nats}: the benchmark's official release. */
@Command(
    name = "import-nats",
    mixinStandardHelpOptions = true,
    description = {
      "Imports NATS-Bench's official release (NATS-tss-v1_0-3ffb9-simple): the tables, and the"
          + " learning curves of every training.",
      "Nothing of the pickles is executed. With records missing, only the curves of those that are"
          + " there are written, and no file with curves of others gives way."
    })
final class DataImportNatsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR|TAR", description = "The release's folder, or its tar.")
  private Path release = Path.of("");

  @Option(
      names = "--into",
      paramLabel = "DIR",
      description =
          "The folder for the data. Default: that of DARTBOARD_DATA, else nasbench201-data.")
  private @Nullable Path into;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many records to read at once. Default: one a processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--replace",
      description =
          "Overwrite files of the table that are there, and files with curves of architectures that"
              + " the release lacks.")
  private boolean replace;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (threads < 1) {
      throw new BadInputException("--threads is " + threads + "; it must be 1 or more");
    }
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    Path root = DataNames.folders(into).first();
    NatsImport.Result result;
    try (RecordProgress progress = new RecordProgress(err)) {
      result = new NatsImport(root, threads, replace, progress).run(release);
    }
    err.printf(
        "%d records read, %d files written below %s%n",
        result.records(), result.written().size(), root);
    result.problems().forEach(problem -> err.println("dartboard: " + problem));
    return result.problems().isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
  }

  /** A line with the time left, where a person is watching. */
  private static final class RecordProgress implements NatsImport.Observer, AutoCloseable {
    private final PrintWriter err;
    private @Nullable ProgressLine line;

    RecordProgress(PrintWriter err) {
      this.err = err;
    }

    @Override
    public synchronized void starts(int records) {
      if (ProgressLine.onTerminal()) {
        line = ProgressLine.start("reading records", records);
      } else {
        err.printf("reading %d records%n", records);
        err.flush();
      }
    }

    @Override
    public synchronized void recordRead() {
      if (line != null) {
        line.step();
      }
    }

    @Override
    public synchronized void close() {
      if (line != null) {
        line.close();
        line = null;
      }
    }
  }
}
