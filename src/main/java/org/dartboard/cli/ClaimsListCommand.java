package org.dartboard.cli;

import java.util.concurrent.Callable;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dartboard claims list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Prints one line a claim.")
final class ClaimsListCommand implements Callable<Integer> {
  @Mixin private ClaimNames names = new ClaimNames();

  @Mixin private Output output = new Output(OutputFormat.TEXT);

  @Override
  public Integer call() {
    Listing listing = new Listing("claim", "kind", "targets", "trusted", "title");
    for (Claim claim : names.of(Catalogue.load())) {
      listing.add(
          claim.reference(),
          claim.kind().label(),
          claim.targets().size(),
          (int) claim.targets().stream().filter(Target::mayDecide).count(),
          claim.title());
    }
    output.print(listing);
    return ExitCode.DONE;
  }
}
