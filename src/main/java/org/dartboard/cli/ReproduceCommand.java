package org.dartboard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.dartboard.claim.ClaimCatalogue;
import org.dartboard.claim.Outcome;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Profile;
import org.dartboard.claim.Verdict;
import org.dartboard.data.DataException;
import org.dartboard.engine.Precision;
import org.dartboard.io.DataFolders;
import org.dartboard.io.MissingDataException;
import org.dartboard.reproduce.EmbeddedStudy;
import org.dartboard.reproduce.Laboratory;
import org.dartboard.reproduce.Observer;
import org.dartboard.reproduce.Reproduction;
import org.dartboard.search.supernet.SearchData;
import org.dartboard.search.supernet.SupernetProfile;
import org.dartboard.table.EmbeddedTable;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TableMissingException;
import org.dartboard.table.TablePart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dartboard reproduce}: runs claims and writes the report. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    description = {
      "Runs claims, decides them by the rules in their files and writes CSV, charts and pages."
          + " Claims whose data are missing read 'not run: data missing'; that is no failure."
    })
final class ReproduceCommand implements Callable<Integer> {
  @Mixin private ClaimNames names = new ClaimNames();

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = {
        "smoke: seconds, never more than inconclusive. desk: what a desk machine can do; claims"
            + " that need the table alone run in full. paper: the published protocol."
            + " Default: ${DEFAULT-VALUE}."
      },
      defaultValue = "desk")
  private Profile profile = Profile.DESK;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Number of runs, in place of the profile's.")
  private @Nullable Integer seeds;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Default: one a processor. The results do not depend on it.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The reports folder. What its ledger has of searches and trainings counts."
              + " Default: reports/ in the checkout.")
  private @Nullable Path out;

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      description =
          "not-reproduced: end with exit code 1 where a claim is not reproduced or its mechanism"
              + " not seen. nothing: never. Default: ${DEFAULT-VALUE}.",
      defaultValue = "nothing")
  private FailOn failOn = FailOn.NOTHING;

  @Option(
      names = "--replace",
      description =
          "Put the result into the report even where the report rests on more: all runs of a profile"
              + " instead of some, a larger profile, more runs, or the published table.")
  private boolean replace;

  @Mixin private TableAccess tables = new TableAccess();

  @Spec private @Nullable CommandSpec spec;

  /** What makes the command fail. */
  enum FailOn {
    NOTHING,
    NOT_REPRODUCED;

    private static final EnumSet<Outcome> FAILURES =
        EnumSet.of(
            Outcome.NOT_REPRODUCED,
            Outcome.MECHANISM_NOT_SEEN,
            Outcome.RECONSTRUCTION_DID_NOT_SHOW_IT);

    boolean fails(List<Verdict> verdicts) {
      return this == NOT_REPRODUCED
          && verdicts.stream().anyMatch(verdict -> FAILURES.contains(verdict.outcome()));
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    requirePositive("--threads", threads);
    if (seeds != null) {
      requirePositive("--seeds", seeds);
    }
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    ClaimCatalogue catalogue = Catalogue.load();
    Path folder = out == null ? Home.find().reports() : out;
    sayWhereNoLedgerIs(folder, err);
    Reproduction.Request request =
        new Reproduction.Request(
            catalogue,
            names.of(catalogue),
            profile,
            seeds == null ? OptionalInt.empty() : OptionalInt.of(seeds),
            threads,
            folder,
            replace);
    List<Verdict> verdicts;
    Optional<Nb201Table> table = table(err);
    try (ReproductionProgress progress = new ReproductionProgress(err)) {
      writeStandInsPage(request, table, progress);
      verdicts = Reproduction.run(request, table, laboratory(request, err), progress);
    }
    print(verdicts, folder);
    return failOn.fails(verdicts) ? ExitCode.NOT_REPRODUCED : ExitCode.DONE;
  }

  private static void sayWhereNoLedgerIs(Path folder, PrintWriter err) {
    if (!Files.isDirectory(folder.resolve("ledger")) && Files.isDirectory(Home.find().ledger())) {
      err.printf(
          "dartboard: %s has no ledger, so claims on searches and trainings read 'not run' there;"
              + " copy %s into it to have them counted%n",
          folder, Home.find().ledger());
      err.flush();
    }
  }

  private Optional<Nb201Table> table(PrintWriter err) {
    try {
      return Optional.of(
          tables.load(EnumSet.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES, TablePart.COSTS)));
    } catch (TableMissingException e) {
      err.println("dartboard: " + e.getMessage());
      err.flush();
      return Optional.empty();
    }
  }

  /** The embedded table has a page of its own, whether it is in use or not. */
  private static void writeStandInsPage(
      Reproduction.Request request, Optional<Nb201Table> table, Observer observer)
      throws IOException {
    Path folder = Home.find().folder().resolve(DataFolders.OWN).resolve(EmbeddedTable.FOLDER);
    if (EmbeddedTable.isIn(folder)) {
      Reproduction.write(
          request,
          EmbeddedStudy.of(
              EmbeddedTable.read(folder), table.filter(known -> known.source().published())),
          observer);
    }
  }

  /** What the profile smoke of searches runs on; empty where none is selected or images lack. */
  private Optional<Laboratory> laboratory(Reproduction.Request request, PrintWriter err)
      throws DataException {
    if (request.selected().stream()
        .noneMatch(claim -> claim.procedure() instanceof Procedure.SupernetSearch)) {
      return Optional.empty();
    }
    DataFolders folders = DataFolders.of(System.getenv(), Home.find().folder());
    try {
      SearchData images =
          tables.images(folders).published()
              ? SearchData.cifar10(folders, SupernetProfile.SMOKE)
              : SearchData.generated(SupernetProfile.SMOKE);
      return Optional.of(new Laboratory(Engines.ONEDNN.supernets(Precision.FP32), images));
    } catch (MissingDataException e) {
      err.println("dartboard: searches are not tried out: " + e.getMessage());
      err.flush();
      return Optional.empty();
    }
  }

  private void print(List<Verdict> verdicts, Path folder) {
    PrintWriter writer = Objects.requireNonNull(spec).commandLine().getOut();
    Listing listing = new Listing("claim", "verdict");
    verdicts.forEach(
        verdict ->
            listing.add(
                verdict.claim(),
                verdict.outcome() == Outcome.NOT_RUN
                    ? firstSentence(verdict.reason())
                    : verdict.outcome().label()));
    listing.print(writer, OutputFormat.TEXT);
    writer.println();
    writer.println("report: " + folder.resolve("index.html"));
    writer.flush();
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end);
  }

  private static void requirePositive(String option, int value) {
    if (value < 1) {
      throw new BadInputException(option + " is " + value + ", not 1 or more");
    }
  }
}
