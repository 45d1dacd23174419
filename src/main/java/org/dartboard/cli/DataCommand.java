package org.dartboard.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dartboard data}: gets the data that others published. */
@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    description = "Gets, checks and converts data that others published.",
    subcommands = {
      DataPullCommand.class,
      DataStatusCommand.class,
      DataVerifyCommand.class,
      DataImportNatsCommand.class,
      DataImportImageNetCommand.class
    })
final class DataCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw CommandGroups.missingSubcommand(spec);
  }
}
