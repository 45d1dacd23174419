package org.dartboard.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dartboard table}: asks NAS-Bench-201. */
@Command(
    name = "table",
    mixinStandardHelpOptions = true,
    description = "Asks the NAS-Bench-201 table.",
    subcommands = {
      TableQueryCommand.class,
      TableBestCommand.class,
      TableDescribeCommand.class,
      TableExportCommand.class
    })
final class TableCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw CommandGroups.missingSubcommand(spec);
  }
}
