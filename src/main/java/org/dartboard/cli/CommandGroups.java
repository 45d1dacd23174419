package org.dartboard.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What a command does that only groups others. */
final class CommandGroups {
  private CommandGroups() {}

  static ParameterException missingSubcommand(@Nullable CommandSpec spec) {
    CommandSpec group = Objects.requireNonNull(spec);
    return new ParameterException(
        group.commandLine(),
        "'"
            + group.qualifiedName()
            + "' needs one of: "
            + String.join(", ", group.subcommands().keySet()));
  }
}
