package org.dartboard.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.dartboard.claim.Change;
import org.dartboard.claim.Claim;
import org.dartboard.claim.ClaimFile;
import org.dartboard.claim.Column;
import org.dartboard.claim.Paper;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Published;
import org.dartboard.claim.Quantity;
import org.dartboard.claim.SearchArm;
import org.dartboard.claim.Target;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
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
    Map<String, Arm> arms = arms(file.claims());
    if (arms.isEmpty()) {
      return Optional.empty();
    }
    List<Chart> charts = new ArrayList<>();
    regret("regret", arms.values()).ifPresent(charts::add);
    charts.addAll(curves(arms.values().stream().map(Arm::runs).toList()));
    return Optional.of(
        new PaperReport(
            paper(file.paper()),
            file.paper().equations(),
            file.paper().differences(),
            file.paper().history().stream().map(PaperReportBuilder::text).toList(),
            rows(arms.values()),
            charts,
            standIn()));
  }

  /** The page that shows the searches of all papers; empty where there are none. */
  Optional<PaperReport> ofAll(List<ClaimFile> files) throws IOException {
    List<Claim> claims = files.stream().flatMap(file -> file.claims().stream()).toList();
    Map<String, Arm> arms = arms(claims);
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
            rows(arms.values()),
            regret("regret", arms.values()).map(List::of).orElse(List.of()),
            standIn()));
  }

  private String standIn() {
    return figures.table().source().warning();
  }

  /**
   * An arm that claims share.
   *
   * @param published its published CIFAR-10 test accuracy, where there is one
   */
  private record Arm(
      org.dartboard.claim.Profile profile, ArmRuns runs, Optional<Published> published) {}

  /** Every search once, under the label of the first claim that has it. */
  private Map<String, Arm> arms(List<Claim> claims) throws IOException {
    Map<String, Arm> arms = new LinkedHashMap<>();
    for (Claim claim : claims) {
      if (!(claim.procedure() instanceof Procedure.SupernetSearch procedure)) {
        continue;
      }
      SearchEvidence evidence = SearchEvidence.best(ledger, claim, procedure);
      for (ArmRuns runs : evidence.arms().values()) {
        Optional<Published> published = published(claim, procedure, runs.arm().label());
        String digest = runs.configuration().digest();
        Arm known = arms.get(digest);
        if (known == null || runs.planned() > known.runs().planned()) {
          arms.put(
              digest,
              new Arm(
                  evidence.profile(),
                  known == null ? runs : relabelled(runs, known.runs().arm()),
                  known == null ? published : known.published().or(() -> published)));
        } else if (known.published().isEmpty() && published.isPresent()) {
          arms.put(digest, new Arm(known.profile(), known.runs(), published));
        }
      }
    }
    return arms;
  }

  private static ArmRuns relabelled(ArmRuns runs, SearchArm arm) {
    return new ArmRuns(arm, runs.configuration(), runs.planned(), runs.runs(), runs.retrains());
  }

  private static Optional<Published> published(
      Claim claim, Procedure.SupernetSearch procedure, String label) {
    for (Target target : claim.targets()) {
      Published figure = target.published();
      if (figure != null
          && target.quantity() == Quantity.ACCURACY
          && target.column().equals(Optional.of(TEST))
          && procedure.measure(target.label()).of().equals(List.of(label))) {
        return Optional.of(figure);
      }
    }
    return Optional.empty();
  }

  /** The found cells' distance to the best of the table: a row a search, a dot a seed. */
  private Optional<Chart> regret(String id, Iterable<Arm> arms) {
    List<SeriesPoint> points = new ArrayList<>();
    StringBuilder text = new StringBuilder("Each seed is a dot.");
    double best = figures.best(TEST);
    for (Arm arm : arms) {
      List<Double> regrets = new ArrayList<>();
      for (ArmRuns.Run run : arm.runs().runs()) {
        if (run.trial().cell() != null) {
          regrets.add(best - figures.of(run.trial().cell(), TEST));
        }
      }
      if (regrets.isEmpty()) {
        continue;
      }
      String category = arm.runs().arm().label();
      text.append(RunCharts.addRuns(points, "seed", category, regrets));
      arm.published()
          .ifPresent(
              figure ->
                  points.add(
                      SeriesPoint.published(
                          "published", category, best - figure.value(), null, null)));
    }
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Chart(
                id,
                ChartForm.DOTS,
                "Distance of the found cells to the best of the table",
                "search",
                "points of CIFAR-10 test accuracy",
                text.toString(),
                false,
                points));
  }

  /** Every column that a log has, drawn for the searches, a few of them in one chart. */
  private List<Chart> curves(List<ArmRuns> arms) {
    Set<String> columns = new LinkedHashSet<>();
    columns.add(SearchLog.REGRET);
    columns.add(SearchLog.SKIPS);
    columns.add(SearchLog.SKIP_WEIGHT);
    columns.add(SearchLog.ALPHA_SPREAD);
    columns.add(SearchLog.KENDALL);
    for (ArmRuns arm : arms) {
      for (ArmRuns.Run run : arm.runs()) {
        run.log().columns().stream()
            .filter(column -> !NO_CURVE.contains(column) && !column.matches("(alpha|p|q)_\\d-.*"))
            .forEach(columns::add);
      }
    }
    List<ArmRuns> begun = arms.stream().filter(arm -> !arm.runs().isEmpty()).toList();
    List<Chart> charts = new ArrayList<>();
    for (String column : columns) {
      for (int first = 0; first < begun.size(); first += SERIES) {
        String part = begun.size() > SERIES ? "-" + (first / SERIES + 1) : "";
        curves
            .of(column, part, begun.subList(first, Math.min(first + SERIES, begun.size())))
            .ifPresent(charts::add);
      }
    }
    for (int arm = 0; arm < begun.size(); arm++) {
      curves.weights("weights-" + (arm + 1), begun.get(arm)).ifPresent(charts::add);
    }
    return charts;
  }

  private static List<SearchRow> rows(Iterable<Arm> arms) {
    List<SearchRow> rows = new ArrayList<>();
    for (Arm arm : arms) {
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
