package org.dartboard.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dartboard plan}: the searches that claims need. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Shows and runs the searches that claims need.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {PlanShowCommand.class, PlanWriteCommand.class, PlanRunCommand.class})
final class PlanCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw CommandGroups.missingSubcommand(spec);
  }
}
