package org.dartboard.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dartboard bench}: times engines and compares benchmark results. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Times engines and compares benchmark results.",
    subcommands = {
      BenchStepCommand.class,
      BenchCompareCommand.class,
      BenchGrowthCommand.class,
      BenchHistoryCommand.class
    })
final class BenchCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw CommandGroups.missingSubcommand(spec);
  }
}
