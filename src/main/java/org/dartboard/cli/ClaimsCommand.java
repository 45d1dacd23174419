package org.dartboard.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dartboard claims}: what is claimed, and by which rule it is decided. */
@Command(
    name = "claims",
    mixinStandardHelpOptions = true,
    description = "Lists, shows and checks the claims under reproductions/.",
    subcommands = {ClaimsListCommand.class, ClaimsShowCommand.class, ClaimsCheckCommand.class})
final class ClaimsCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw CommandGroups.missingSubcommand(spec);
  }
}
