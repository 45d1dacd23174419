package org.dartboard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dartboard.report.site.Site;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dartboard report}: draws charts and pages again from the CSV files that are there. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Makes the charts and pages of a reports folder from its CSV files.")
final class ReportCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The reports folder. Default: reports/ in the checkout.")
  private @Nullable Path out;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path reports = out == null ? Home.find().reports() : out;
    if (!Files.isDirectory(reports)) {
      throw new BadInputException(
          reports
              + " is no folder of reports; 'dartboard reproduce --out "
              + reports
              + "' makes one");
    }
    Path index = Site.generate(reports);
    Objects.requireNonNull(spec).commandLine().getOut().println("report: " + index);
    return ExitCode.DONE;
  }
}
