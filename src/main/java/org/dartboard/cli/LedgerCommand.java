package org.dartboard.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dartboard ledger}: finished searches, kept under version control. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description = "Keeps finished searches, so that claims can rest on them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {LedgerAddCommand.class})
final class LedgerCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw CommandGroups.missingSubcommand(spec);
  }
}
