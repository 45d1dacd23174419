package org.dartboard.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.dartboard.claim.ClaimCatalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dartboard claims check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Checks every claim file and prints all that is wrong with them.")
final class ClaimsCheckCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    ClaimCatalogue catalogue = Catalogue.load();
    Objects.requireNonNull(spec)
        .commandLine()
        .getOut()
        .printf(
            "%d claims of %d papers are well-formed%n",
            catalogue.claims().size(), catalogue.papers().size());
    return ExitCode.DONE;
  }
}
