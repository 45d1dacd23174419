package org.dartboard.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dartboard.claim.Change;
import org.dartboard.claim.Claim;
import org.dartboard.claim.ClaimFile;
import org.dartboard.claim.Column;
import org.dartboard.claim.Paper;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.PaperReport;
import org.dartboard.run.Ledger;
import org.dartboard.table.Dataset;
import org.dartboard.table.Epochs;
import org.dartboard.table.Split;

/** Makes the page of a whole paper out of its claims' searches. */
final class PaperReportBuilder {
  private static final Column TEST = new Column(Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED);

  private final CellFigures figures;
  private final Ledger ledger;
  private final RegretChart regret;
  private final PaperCurves curves;

  PaperReportBuilder(CellFigures figures, Ledger ledger) {
    this.figures = figures;
    this.ledger = ledger;
    this.regret = new RegretChart(figures, TEST);
    this.curves = new PaperCurves(figures);
  }

  /** The page of a paper; empty where no claim of it rests on differentiable searches. */
  Optional<PaperReport> of(ClaimFile file) throws IOException {
    SharedArms arms = SharedArms.of(ledger, file.claims(), TEST);
    if (arms.isEmpty()) {
      return Optional.empty();
    }
    List<Chart> charts = new ArrayList<>();
    regret.of(arms.begun()).ifPresent(charts::add);
    charts.addAll(curves.of(arms.begun()));
    return Optional.of(
        new PaperReport(
            paper(file.paper()),
            file.paper().equations(),
            file.paper().differences(),
            file.paper().history().stream().map(PaperReportBuilder::text).toList(),
            file.claims().stream().map(Claim::id).toList(),
            SearchRows.of(arms.groups()),
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
            SearchRows.of(arms.groups()),
            regret.of(arms.begun()).map(List::of).orElse(List.of()),
            standIn()));
  }

  private String standIn() {
    return figures.table().source().warning();
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
