package org.dartboard.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Target;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dartboard claims list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Prints one line a claim.")
final class ClaimsListCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "CLAIM",
      arity = "0..*",
      description = "A paper, a paper/claim, or either with '*'. Default: all.")
  private List<String> names = List.of();

  @Option(
      names = "--format",
      description = "text, json or csv. Default: ${DEFAULT-VALUE}.",
      defaultValue = "text")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Listing listing = new Listing("claim", "kind", "targets", "trusted", "title");
    for (Claim claim : Catalogue.load().select(names)) {
      listing.add(
          claim.reference(),
          claim.kind().label(),
          claim.targets().size(),
          (int) claim.targets().stream().filter(Target::mayDecide).count(),
          claim.title());
    }
    listing.print(Objects.requireNonNull(spec).commandLine().getOut(), format);
    return ExitCode.DONE;
  }
}
