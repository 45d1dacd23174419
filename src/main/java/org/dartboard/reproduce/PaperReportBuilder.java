package org.dartboard.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.dartboard.claim.Change;
import org.dartboard.claim.Claim;
import org.dartboard.claim.ClaimFile;
import org.dartboard.claim.Column;
import org.dartboard.claim.Paper;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.Mark;
import org.dartboard.report.data.PaperReport;
import org.dartboard.report.data.Profile;
import org.dartboard.report.data.SearchRow;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.report.data.Worded;
import org.dartboard.run.Ledger;
import org.dartboard.run.Trial;
import org.dartboard.table.Dataset;
import org.dartboard.table.Epochs;
import org.dartboard.table.Split;

/** Makes the page of a whole paper out of its claims' searches. */
final class PaperReportBuilder {
  private static final int SERIES = 6;
  private static final double SECONDS = 3600;
  private static final Column TEST = new Column(Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED);

  /** What no curve is drawn of: the epoch, its stage, cells, and what has a chart of its own. */
  private static final Set<String> NO_CURVE = Set.of("epoch", "stage", "cell");

  /** What follows from a log and the table, drawn before what the log has. */
  private static final List<String> FOLLOWING =
      List.of(
          SearchLog.REGRET,
          SearchLog.REGRET_CIFAR100,
          SearchLog.REGRET_IMAGENET,
          SearchLog.SKIPS,
          SearchLog.SKIP_WEIGHT,
          SearchLog.ALPHA_SPREAD,
          SearchLog.KENDALL,
          SearchLog.SPEARMAN);

  private final CellFigures figures;
  private final Ledger ledger;
  private final ArmCurves curves;

  PaperReportBuilder(CellFigures figures, Ledger ledger) {
    this.figures = figures;
    this.ledger = ledger;
    this.curves = new ArmCurves(figures);
  }

  /** The page of a paper; empty where no claim of it rests on differentiable searches. */
  Optional<PaperReport> of(ClaimFile file) throws IOException {
    SharedArms arms = SharedArms.of(ledger, file.claims(), TEST);
    if (arms.isEmpty()) {
      return Optional.empty();
    }
    List<Chart> charts = new ArrayList<>();
    regret("regret", arms.begun()).ifPresent(charts::add);
    charts.addAll(curves(arms.begun()));
    return Optional.of(
        new PaperReport(
            paper(file.paper()),
            file.paper().equations(),
            file.paper().differences(),
            file.paper().history().stream().map(PaperReportBuilder::text).toList(),
            file.claims().stream().map(Claim::id).toList(),
            rows(arms.groups()),
            charts,
            standIn()));
  }

  /** The page that shows the searches of all papers; empty where there are none. */
  Optional<PaperReport> ofAll(List<ClaimFile> files) throws IOException {
    List<Claim> claims = files.stream().flatMap(file -> file.claims().stream()).toList();
    SharedArms arms = SharedArms.of(ledger, claims, TEST);
    if (arms.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PaperReport(
            new org.dartboard.report.data.Paper(
                "all-searches", "All searches", "", 2026, "Dartboard", ""),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            rows(arms.groups()),
            regret("regret", arms.begun()).map(List::of).orElse(List.of()),
            standIn()));
  }

  private String standIn() {
    return figures.table().source().warning();
  }

  /**
   * The found cells' distance to the best of the table: a row a search, a dot a seed. A search
   * stands below the one that claims hold it against, with a dash before its name.
   */
  private Optional<Chart> regret(String id, List<List<SharedArms.Placed>> groups) {
    List<SeriesPoint> points = new ArrayList<>();
    StringBuilder text = new StringBuilder(RunCharts.lead("Each seed", 0));
    if (groups.stream().flatMap(List::stream).anyMatch(search -> search.depth() > 0)) {
      text.append(
          " A search with a dash before its name is held, by some claim, against one above it that"
              + " has none; one with two dashes against one that has one.");
    }
    text.append(
        " A claim counts seeds from 0 up to the number of runs that its page names, though more may"
            + " be there for another claim.");
    List<String> undecisive = new ArrayList<>();
    double best = figures.best(TEST);
    for (SharedArms.Placed search : groups.stream().flatMap(List::stream).toList()) {
      List<Double> regrets = new ArrayList<>();
      for (ArmRuns.Run run : search.arm().runs().runs()) {
        if (run.trial().cell() != null) {
          regrets.add(best - figures.of(run.trial().cell(), TEST));
        }
      }
      if (regrets.isEmpty()) {
        continue;
      }
      String category = "– ".repeat(search.depth()) + search.name();
      text.append(RunCharts.addRuns(points, "seed", category, search.name(), regrets, 0));
      search
          .arm()
          .published()
          .ifPresent(
              figure -> {
                points.add(
                    SeriesPoint.published(
                        "published", category, best - figure.value(), null, null));
                if (!figure.isTrusted()) {
                  undecisive.add(search.name());
                }
              });
    }
    if (points.stream().anyMatch(point -> point.mark() == Mark.PUBLISHED)) {
      text.append(" Published figures are of searches at full size.");
    }
    if (!undecisive.isEmpty()) {
      text.append(
          " Those of these searches decide nothing, since too little is known of them: "
              + String.join("; ", undecisive)
              + ".");
    }
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Chart(
                id,
                ChartForm.DOTS,
                "Distance of the found cells to the best of the table, CIFAR-10 test",
                "search",
                "points of CIFAR-10 test accuracy",
                text.toString(),
                false,
                points));
  }

  /** Every column that a log has, drawn for the searches, a few of them in one chart. */
  private List<Chart> curves(List<List<SharedArms.Placed>> groups) {
    List<ArmRuns> begun =
        groups.stream().flatMap(List::stream).map(search -> search.arm().runs()).toList();
    Set<String> columns = new LinkedHashSet<>(FOLLOWING);
    for (ArmRuns arm : begun) {
      for (ArmRuns.Run run : arm.runs()) {
        run.log().columns().stream()
            .filter(column -> !NO_CURVE.contains(column) && !column.matches("(alpha|p|q)_\\d-.*"))
            .forEach(columns::add);
      }
    }
    List<List<ArmRuns>> parts = parts(groups);
    List<Chart> charts = new ArrayList<>();
    for (String column : columns) {
      // Parts in which no search has the column leave no gap in the numbers.
      List<List<ArmRuns>> having =
          parts.stream().filter(part -> curves.of(column, part).isPresent()).toList();
      for (int part = 0; part < having.size(); part++) {
        curves.of(column, part + 1, having.size(), having.get(part)).ifPresent(charts::add);
      }
    }
    for (int arm = 0; arm < begun.size(); arm++) {
      curves.weights("weights-" + (arm + 1), begun.get(arm)).ifPresent(charts::add);
      charts.addAll(EdgeCharts.of(arm + 1, begun.get(arm)));
    }
    return charts;
  }

  /** As many searches in one chart as can be told apart; those of a group together if they fit. */
  private static List<List<ArmRuns>> parts(List<List<SharedArms.Placed>> groups) {
    List<List<ArmRuns>> parts = new ArrayList<>();
    int room = 0;
    for (List<SharedArms.Placed> group : groups) {
      boolean together = group.size() <= SERIES;
      for (int i = 0; i < group.size(); i++) {
        if (room == 0 || (i == 0 && together && group.size() > room)) {
          parts.add(new ArrayList<>());
          room = SERIES;
        }
        parts.get(parts.size() - 1).add(group.get(i).arm().runs());
        room--;
      }
    }
    return parts;
  }

  private static List<SearchRow> rows(List<List<SharedArms.Placed>> groups) {
    List<SearchRow> rows = new ArrayList<>();
    for (SharedArms.Placed search : groups.stream().flatMap(List::stream).toList()) {
      SharedArm arm = search.arm();
      OptionalDouble seconds =
          arm.runs().runs().stream()
              .map(ArmRuns.Run::trial)
              .mapToDouble(Trial::wallSeconds)
              .average();
      rows.add(
          new SearchRow(
              arm.runs().arm().label(),
              arm.runs().arm().method(),
              new PlannedSearch(
                      arm.runs().arm().method(),
                      new TreeMap<>(SearchArms.settings(arm.runs().arm(), arm.profile())),
                      SearchArms.precisions(arm.runs().arm(), arm.profile()),
                      arm.profile(),
                      arm.runs().planned(),
                      0,
                      List.of())
                  .settingsText(),
              Worded.parse(Profile.class, arm.profile().label()),
              arm.runs().runs().size(),
              arm.runs().planned(),
              seconds.isPresent() ? seconds.getAsDouble() / SECONDS : null));
    }
    return rows;
  }

  private static String text(Change change) {
    return "%s: %s Known by then: %s".formatted(change.date(), change.change(), change.known());
  }

  private static org.dartboard.report.data.Paper paper(Paper paper) {
    return new org.dartboard.report.data.Paper(
        paper.id(),
        paper.title(),
        String.join(", ", paper.authors()),
        paper.year(),
        paper.venue(),
        String.join(", ", paper.identifiers()));
  }
}
