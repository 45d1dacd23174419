package org.dartboard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dartboard.claim.Profile;
import org.dartboard.reproduce.ReproductionPlan;
import org.dartboard.run.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dartboard plan show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description =
        "Prints the searches that claims need in the order of the queue, and what the ledger has of"
            + " them. Hours are measured where a seed has ended, else predicted.")
final class PlanShowCommand implements Callable<Integer> {
  @Mixin private PlanOptions planned = new PlanOptions();

  @Mixin private Output output = new Output(OutputFormat.TEXT);

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ReproductionPlan plan = planned.plan();
    List<ReproductionPlan.Progress> progress = plan.progress(Ledger.open(Home.find().ledger()));
    Listing listing =
        new Listing("method", "settings", "profile", "done", "seeds", "hours_each", "claims");
    double left = 0;
    int open = 0;
    for (ReproductionPlan.Progress entry : progress) {
      listing.add(
          entry.search().method(),
          entry.search().settingsText(),
          entry.search().profile().label(),
          entry.trials().size(),
          entry.search().seeds(),
          Math.round(100 * entry.hoursEach()) / 100.0,
          String.join(" ", entry.search().claims()));
      left += entry.open() * entry.hoursEach();
      open += entry.open();
    }
    output.print(listing);
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    err.printf(Locale.ROOT, "%d searches are open, about %.1f hours of one core%n", open, left);
    if (planned.profile() == Profile.DESK && planned.isWhole()) {
      plan.difference(Home.find().plan())
          .ifPresent(
              difference ->
                  err.println(
                      "dartboard: "
                          + difference
                          + ". 'scripts/dartboard plan write' writes it anew"));
    }
    err.flush();
    return ExitCode.DONE;
  }
}
