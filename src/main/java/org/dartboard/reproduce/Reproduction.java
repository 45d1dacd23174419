package org.dartboard.reproduce;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dartboard.claim.Claim;
import org.dartboard.claim.ClaimCatalogue;
import org.dartboard.claim.ClaimFile;
import org.dartboard.claim.ClaimKind;
import org.dartboard.claim.Evidence;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Profile;
import org.dartboard.claim.Rule;
import org.dartboard.claim.Verdict;
import org.dartboard.claim.Verdicts;
import org.dartboard.data.ImageSource;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.PaperReport;
import org.dartboard.report.data.Study;
import org.dartboard.report.site.Site;
import org.dartboard.run.Ledger;
import org.dartboard.table.AbsentDataException;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TableSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs claims and leaves their verdicts, CSV files and pages in a folder.
 *
 * <p>Holm's correction needs the p-values of all tests of a paper. So where a claim of a direction
 * is selected, the other claims of a direction of its paper are measured too, and the verdict is
 * the same whether a claim is run alone or with its paper.
 */
public final class Reproduction {
  /** What the report says where the table is not there. */
  static final String DATA_MISSING =
      "data missing. 'scripts/dartboard data pull' downloads the NAS-Bench-201 tables. Or put them"
          + " into nasbench201-data/ or name their folder in DARTBOARD_DATA; docs/data.md says more";

  /** What the report says where a claim's searches cannot be run. */
  static final String IMAGES_MISSING =
      "data missing. The searches need CIFAR-10 and the engine onednn; 'scripts/dartboard data pull'"
          + " downloads the images";

  /** In the reports folder, beside the ledger that is under version control. */
  static final String STAND_IN_LEDGER = "stand-in-ledger";

  private final Request request;
  private final Ledger ledger;
  private final Observer observer;
  private final Optional<SmokeSearches> smoke;
  private final ReportFolder folder;

  private Reproduction(
      Request request, Ledger ledger, Observer observer, Optional<SmokeSearches> smoke) {
    this.request = request;
    this.ledger = ledger;
    this.observer = observer;
    this.smoke = smoke;
    this.folder = new ReportFolder(request.out(), request.replace(), observer);
  }

  /**
   * The table that claims are measured on.
   *
   * @param runner empty where there is no table
   * @param digest of its files
   * @param searches where searches on it are kept
   */
  private record Basis(
      Optional<ProcedureRunner> runner, TableSource source, String digest, Ledger searches) {}

  /**
   * What to run, and where the results go.
   *
   * @param catalogue all claims
   * @param selected the claims to run
   * @param profile how much of each is run
   * @param seeds a number of runs that replaces the profile's; empty to keep it
   * @param threads 1 or more
   * @param out the reports folder
   * @param replace whether a report or page may take the place of one that rests on more
   */
  public record Request(
      ClaimCatalogue catalogue,
      List<Claim> selected,
      Profile profile,
      OptionalInt seeds,
      int threads,
      Path out,
      boolean replace) {
    public Request {
      selected = List.copyOf(selected);
    }
  }

  /**
   * Runs the claims, writes their reports and makes the site.
   *
   * @param table with architectures, accuracies and costs; empty where there is none
   * @return the verdicts of the selected claims, in the catalogue's order
   */
  public static List<Verdict> run(Request request, Optional<Nb201Table> table, Observer observer)
      throws IOException, InterruptedException {
    return run(request, table, Optional.empty(), observer);
  }

  /**
   * The same, with the profile smoke of every claim on differentiable searches.
   *
   * @param laboratory what the searches run on; empty where images or engine are missing
   */
  public static List<Verdict> run(
      Request request,
      Optional<Nb201Table> table,
      Optional<Laboratory> laboratory,
      Observer observer)
      throws IOException, InterruptedException {
    Ledger ledger = Ledger.open(request.out().resolve("ledger"));
    List<Verdict> verdicts;
    if (laboratory.isPresent()) {
      try (SmokeSearches smoke = new SmokeSearches(laboratory.get(), observer)) {
        verdicts = new Reproduction(request, ledger, observer, Optional.of(smoke)).verdicts(table);
      }
    } else {
      verdicts = new Reproduction(request, ledger, observer, Optional.empty()).verdicts(table);
    }
    observer.pagesStart();
    Site.generate(request.out());
    return verdicts;
  }

  /** Writes a study's page into the report, unless the one that is there rests on more. */
  public static void write(Request request, Study study, Observer observer) throws IOException {
    new ReportFolder(request.out(), request.replace(), observer).write(study);
  }

  private List<Verdict> verdicts(Optional<Nb201Table> table)
      throws IOException, InterruptedException {
    Basis basis =
        table.isPresent()
            ? basis(table.get())
            : new Basis(Optional.empty(), TableSource.NAS_BENCH_201, "", ledger);
    List<Verdict> verdicts = new ArrayList<>();
    for (ClaimFile file : request.catalogue().papers()) {
      List<Claim> selected = file.claims().stream().filter(request.selected()::contains).toList();
      if (!selected.isEmpty()) {
        verdicts.addAll(paper(file, selected, basis));
      }
    }
    if (table.isPresent()) {
      writePapers(new PaperReportBuilder(new CellFigures(table.get()), ledger));
      Optional<Study> pilot = DepthPilot.study(ledger, table.get());
      if (pilot.isPresent()) {
        folder.write(pilot.get());
      }
    }
    return verdicts;
  }

  /** Writes the pages of the papers of which a claim was selected, and that of all searches. */
  private void writePapers(PaperReportBuilder builder) throws IOException {
    boolean searches = false;
    for (ClaimFile file : request.catalogue().papers()) {
      if (file.claims().stream().anyMatch(request.selected()::contains)) {
        Optional<PaperReport> report = builder.of(file);
        if (report.isPresent()) {
          folder.write(report.get());
          searches = true;
        }
      }
    }
    if (searches) {
      Optional<PaperReport> all = builder.ofAll(request.catalogue().papers());
      if (all.isPresent()) {
        folder.write(all.get());
      }
    }
  }

  private Basis basis(Nb201Table table) throws IOException {
    Ledger searches = tableSearches(table.source());
    return new Basis(
        Optional.of(runner(table, searches)), table.source(), table.digest(), searches);
  }

  private ProcedureRunner runner(Nb201Table table, Ledger searches) {
    CellFigures figures = new CellFigures(table);
    SearchTrials trials =
        new SearchTrials(
            figures.searchOutcomes(), table.digest(), searches, request.threads(), observer);
    return new ProcedureRunner(
        figures,
        trials,
        new Orders(request.profile(), request.seeds()),
        new SearchClaims(figures, ledger, smoke, request.profile()),
        new TrainingClaims(figures, ledger, request.profile()));
  }

  /** Where searches on the table are kept: what is found on a stand-in is no evidence. */
  private Ledger tableSearches(TableSource source) throws IOException {
    return source.published() ? ledger : Ledger.open(request.out().resolve(STAND_IN_LEDGER));
  }

  private List<Verdict> paper(ClaimFile file, List<Claim> selected, Basis basis)
      throws IOException, InterruptedException {
    Map<String, Evidence> evidence = new LinkedHashMap<>();
    Map<String, Reading> readings = new HashMap<>();
    for (Claim claim : withItsFamily(file, selected)) {
      if (claim.kind() == ClaimKind.PUBLISHED_ONLY) {
        continue;
      }
      Reading reading = read(claim, basis.runner());
      evidence.put(claim.id(), reading.evidence());
      readings.put(claim.id(), reading);
    }
    List<Verdict> all =
        Verdicts.decide(
            file,
            claim ->
                Optional.ofNullable(readings.get(claim.id()))
                    .map(Reading::profile)
                    .orElse(request.profile()),
            evidence);
    List<Verdict> verdicts = new ArrayList<>();
    ClaimReportBuilder builder = new ClaimReportBuilder(ledger, basis.searches());
    for (int position = 0; position < all.size(); position++) {
      Claim claim = file.claims().get(position);
      if (!selected.contains(claim)) {
        continue;
      }
      Reading reading = readings.get(claim.id());
      DataSources from = sources(claim, reading, basis);
      Verdict verdict =
          from.published() ? all.get(position) : all.get(position).onStandIn(from.inPlace());
      ClaimReport report =
          reading == null || reading.measurements().isEmpty()
              ? builder.notRun(file, claim, verdict)
              : builder.measured(file, claim, verdict, reading, basis.digest(), from);
      folder.write(report);
      verdicts.add(verdict);
    }
    return verdicts;
  }

  private static DataSources sources(Claim claim, @Nullable Reading reading, Basis basis) {
    if (claim.kind() == ClaimKind.BENCHMARK) {
      return DataSources.PUBLISHED;
    }
    return new DataSources(
        basis.source(), reading == null ? ImageSource.CIFAR_10 : reading.images());
  }

  private Reading read(Claim claim, Optional<ProcedureRunner> runner)
      throws IOException, InterruptedException {
    if (claim.procedure() instanceof Procedure.Benchmark benchmark) {
      return new BenchmarkClaims(request.out(), request.profile()).read(claim, benchmark);
    }
    if (runner.isEmpty()) {
      return Reading.notRun(request.profile(), DATA_MISSING);
    }
    try {
      return runner.get().read(claim, request.profile());
    } catch (AbsentDataException e) {
      return Reading.notRun(request.profile(), "data missing: " + e.getMessage());
    }
  }

  private static List<Claim> withItsFamily(ClaimFile file, List<Claim> selected) {
    boolean corrected = selected.stream().anyMatch(claim -> claim.rule() instanceof Rule.Direction);
    return file.claims().stream()
        .filter(
            claim ->
                selected.contains(claim) || (corrected && claim.rule() instanceof Rule.Direction))
        .toList();
  }
}
