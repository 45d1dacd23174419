package org.dartboard.cli;

import java.util.List;
import org.dartboard.claim.Claim;
import org.dartboard.claim.ClaimCatalogue;
import picocli.CommandLine.Parameters;

/** Which claims a command is about. */
final class ClaimNames {
  @Parameters(
      paramLabel = "CLAIM",
      arity = "0..*",
      description = "A paper, a paper/claim, or either with '*'. Default: all.")
  private List<String> names = List.of();

  List<Claim> of(ClaimCatalogue catalogue) {
    return catalogue.select(names);
  }
}
