package org.dartboard.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dartboard embedded}: the small benchmark of our own. */
@Command(
    name = "embedded",
    mixinStandardHelpOptions = true,
    description =
        "Computes the embedded table, the small benchmark that stands in where the published"
            + " data are missing.",
    subcommands = {EmbeddedBuildCommand.class, EmbeddedStatisticsCommand.class})
final class EmbeddedCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw CommandGroups.missingSubcommand(spec);
  }
}
