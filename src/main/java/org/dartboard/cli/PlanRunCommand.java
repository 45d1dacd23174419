package org.dartboard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dartboard.claim.Profile;
import org.dartboard.data.DataException;
import org.dartboard.engine.Precision;
import org.dartboard.engine.SupernetFactory;
import org.dartboard.io.DataFolders;
import org.dartboard.io.MissingDataException;
import org.dartboard.reproduce.ReproductionPlan;
import org.dartboard.run.FinishedSearch;
import org.dartboard.run.Ledger;
import org.dartboard.search.supernet.SearchData;
import org.dartboard.search.supernet.SearchFolder;
import org.dartboard.search.supernet.SearchPlan;
import org.dartboard.search.supernet.SearchResult;
import org.dartboard.search.supernet.SupernetProfile;
import org.dartboard.search.supernet.SupernetSearch;
import org.dartboard.search.supernet.method.SupernetMethods;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dartboard plan run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the searches that claims need and the ledger lacks, in the order of the queue, and adds"
          + " each to the ledger when it ends.",
      "It may be stopped at any time, by force too: a search goes on from its last epoch when the"
          + " command is given again. Several may run at once, in several terminals: each takes the"
          + " next search that no other is at work on."
    })
final class PlanRunCommand implements Callable<Integer> {
  @Mixin private PlanOptions planned = new PlanOptions();

  @Option(
      names = "--hours",
      paramLabel = "H",
      description =
          "Stop after so many hours, between two epochs; the search that is under way goes on the"
              + " next time. Default: no limit.")
  private double hours = Double.POSITIVE_INFINITY;

  @Option(
      names = "--precision",
      paramLabel = "NAME",
      description =
          "fp32 or bf16: run the searches alone that count in it, and in it. Default: what a search's"
              + " claims prefer of what the processor has arithmetic for.")
  private @Nullable Precision precision;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--only",
      paramLabel = "METHOD",
      description = "Run the searches of this method alone.")
  private @Nullable String only;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!(hours > 0)) {
      throw new BadInputException("--hours is " + hours + ", not more than 0");
    }
    threads.check();
    if (only != null) {
      SupernetMethods.named(only);
    }
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    ReproductionPlan plan = planned.plan();
    Searches searches = new Searches(plan, err);
    if (!searches.open().isEmpty()) {
      RealImages.require(folders(), RealImages.FOR_CLAIMS);
    }
    SharedQueue.Outcome outcome =
        new SharedQueue<>(Home.find().searches().resolve("locks"), searches, err).run();
    Objects.requireNonNull(spec)
        .commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%d searches ended and are in the ledger; %d are open%n",
            outcome.ended(),
            plan.open(Ledger.open(Home.find().ledger())).size());
    return outcome.exitCode();
  }

  /** The searches of a plan, until the time is over. */
  private final class Searches implements SharedQueue.Pieces<ReproductionPlan.Open> {
    private final ReproductionPlan plan;
    private final PrintWriter err;
    private final Deadline deadline = Deadline.in(hours);
    private @Nullable SearchData images;

    Searches(ReproductionPlan plan, PrintWriter err) {
      this.plan = plan;
      this.err = err;
    }

    @Override
    public List<ReproductionPlan.Open> open() throws IOException {
      return plan.open(Ledger.open(Home.find().ledger())).stream()
          .filter(open -> only == null || open.search().method().equals(only))
          .filter(open -> precision == null || open.precisions().contains(precision))
          .toList();
    }

    @Override
    public String name(ReproductionPlan.Open search) {
      return search.folderName(precision(search));
    }

    @Override
    public Path folder(ReproductionPlan.Open search) {
      return Home.find().searches().resolve(name(search));
    }

    @Override
    public boolean work(ReproductionPlan.Open next, List<ReproductionPlan.Open> left)
        throws IOException {
      if (deadline.isOver()) {
        return false;
      }
      announce(next, left, err);
      if (images == null) {
        images = images();
      }
      return PlanRunCommand.this.run(next, images, deadline, err);
    }
  }

  private static void announce(
      ReproductionPlan.Open next, List<ReproductionPlan.Open> queue, PrintWriter err) {
    err.printf(
        Locale.ROOT,
        "%s, seed %d%s: about %.1f h; %d searches and %.1f h are left%n",
        next.search().method(),
        next.seed(),
        next.search().settingsText().isEmpty() ? "" : " (" + next.search().settingsText() + ")",
        next.hours(),
        queue.size(),
        queue.stream().mapToDouble(ReproductionPlan.Open::hours).sum());
    err.flush();
  }

  /** Runs one search, or its rest; false if the time was over before its end. */
  private boolean run(
      ReproductionPlan.Open next, SearchData images, Deadline deadline, PrintWriter err)
      throws IOException {
    Precision stored = precision(next);
    SearchPlan plan = next.plan(stored);
    Path folder = Home.find().searches().resolve(next.folderName(stored));
    SearchFolder place = SearchFolder.open(folder, plan);
    SupernetFactory supernets = Engines.ONEDNN.supernets(stored);
    try (SearchProgressLines lines = new SearchProgressLines(next.search().method(), err)) {
      SearchResult result =
          SupernetSearch.run(plan, images, supernets, place, deadline.watching(lines));
      if (!Files.exists(folder.resolve(FinishedSearch.PROVENANCE))) {
        FinishedSearch.sign(folder, result);
      }
      if (result.failure() != null) {
        err.println(
            "dartboard: "
                + folder.getFileName()
                + " counts as a failed run: it "
                + result.failure());
        err.flush();
      }
    } catch (Deadline.Over e) {
      return false;
    }
    Ledger.open(Home.find().ledger()).add(List.of(FinishedSearch.read(folder)));
    return true;
  }

  private Precision precision(ReproductionPlan.Open search) {
    return precision == null ? Engines.ONEDNN.first(search.precisions()) : precision;
  }

  private SearchData images() throws DataException, MissingDataException {
    return SearchData.cifar10(
        folders(),
        planned.profile() == Profile.PAPER ? SupernetProfile.PAPER : SupernetProfile.DESK);
  }

  private static DataFolders folders() {
    return DataFolders.of(System.getenv(), Home.find().folder());
  }
}
