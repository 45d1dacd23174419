package org.dartboard.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where and how a command prints data: mixed into every command that does. */
final class Output {
  @Option(names = "--format", description = "text, json or csv. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** Prints in a format of the command's choice where the caller does not name one. */
  Output(OutputFormat format) {
    this.format = format;
  }

  OutputFormat format() {
    return format;
  }

  PrintWriter writer() {
    return Objects.requireNonNull(command).commandLine().getOut();
  }

  void print(Listing listing) {
    listing.print(writer(), format);
  }

  void printOne(Listing listing) {
    listing.printOne(writer(), format);
  }
}
