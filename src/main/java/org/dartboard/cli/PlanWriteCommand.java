package org.dartboard.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dartboard.claim.Profile;
import org.dartboard.reproduce.ReproductionPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dartboard plan write}. */
@Command(
    name = "write",
    mixinStandardHelpOptions = true,
    description =
        "Writes reproductions/plan.csv, the searches at the desk that the claim files come to.")
final class PlanWriteCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ReproductionPlan plan = ReproductionPlan.of(Catalogue.load(), Profile.DESK);
    Path file = Home.find().plan();
    plan.write(file);
    Objects.requireNonNull(spec)
        .commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%d searches, about %.1f hours of one core: %s%n",
            plan.searches().stream().mapToInt(search -> search.seeds()).sum(),
            plan.hours(),
            file);
    return ExitCode.DONE;
  }
}
