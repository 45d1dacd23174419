package org.dartboard.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program {@code dartboard}: its commands, and what a failure looks like. */
@Command(
    name = "dartboard",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Runs the claims of neural architecture search papers and says which hold.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  done",
      "  1  what --fail-on asked to fail on: a claim not reproduced, a benchmark that is slower",
      "  2  wrong arguments or a damaged input file",
      "  3  data are missing",
      "  4  anything else, such as a file that cannot be written"
    },
    subcommands = {
      DataCommand.class,
      TableCommand.class,
      ClaimsCommand.class,
      SearchCommand.class,
      TrainCommand.class,
      LedgerCommand.class,
      CurvesCommand.class,
      ExportCommand.class,
      PlanCommand.class,
      EmbeddedCommand.class,
      ReproduceCommand.class,
      BenchCommand.class,
      ReportCommand.class
    })
public final class Main implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  private Main() {}

  @Override
  public void run() {
    throw CommandGroups.missingSubcommand(spec);
  }

  /** Runs the program and ends the process with one of the documented exit codes. */
  public static void main(String[] arguments) {
    // Names of files and numbers in them are the same wherever a person runs this.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setUsageHelpLongOptionsMaxWidth(28)
        .setExecutionStrategy(Failures::execute)
        .setExecutionExceptionHandler(new Failures());
  }
}
