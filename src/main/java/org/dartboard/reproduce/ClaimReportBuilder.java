package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dartboard.claim.Claim;
import org.dartboard.claim.ClaimFile;
import org.dartboard.claim.Paper;
import org.dartboard.claim.Rule;
import org.dartboard.claim.Verdict;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.ClaimSummary;
import org.dartboard.report.data.Entry;
import org.dartboard.report.data.Kind;
import org.dartboard.report.data.Outcome;
import org.dartboard.report.data.Profile;
import org.dartboard.report.data.Worded;
import org.dartboard.run.Ledger;
import org.dartboard.run.Machine;
import org.dartboard.run.Provenance;
import org.dartboard.run.Trial;

/** Makes the report of a claim out of its file, its verdict and what was measured. */
final class ClaimReportBuilder {
  private final Ledger ledger;
  private final Ledger tableSearches;

  /**
   * @param ledger has the differentiable searches and trainings
   * @param tableSearches has the searches on the table
   */
  ClaimReportBuilder(Ledger ledger, Ledger tableSearches) {
    this.ledger = ledger;
    this.tableSearches = tableSearches;
  }

  /**
   * The report of a claim whose procedure was run.
   *
   * @param reading with measurements
   * @param sources what the figures rest on
   */
  ClaimReport measured(
      ClaimFile file,
      Claim claim,
      Verdict verdict,
      Reading reading,
      String dataDigest,
      DataSources sources) {
    Measurements measurements = reading.measurements().orElseThrow();
    List<Chart> charts = new ArrayList<>();
    if (!comparesShares(claim.rule())) {
      DifferenceChart.of(verdict.findings()).ifPresent(charts::add);
    }
    charts.addAll(measurements.charts());
    return new ClaimReport(
        summary(file, claim, verdict, runs(measurements), reading.completeness()),
        FigureRows.of(
            verdict.findings(),
            measurements.measured(),
            claim.context(),
            !comparesShares(claim.rule()),
            measurements.byProfile()),
        charts,
        measurements.configuration(),
        said(sources, provenance(measurements, dataDigest)));
  }

  private static List<Entry> said(DataSources sources, List<Entry> provenance) {
    if (sources.published()) {
      return provenance;
    }
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(ClaimReport.STAND_IN, sources.warning()));
    entries.addAll(provenance);
    return entries;
  }

  /** The report of a claim that was not run. */
  ClaimReport notRun(ClaimFile file, Claim claim, Verdict verdict) {
    return new ClaimReport(
        summary(file, claim, verdict, 0, 0),
        FigureRows.published(claim.targets(), claim.context()),
        List.of(),
        List.of(),
        List.of());
  }

  private static ClaimSummary summary(
      ClaimFile file, Claim claim, Verdict verdict, int runs, double completeness) {
    Paper paper = file.paper();
    boolean run = runs > 0 || !verdict.findings().isEmpty();
    return new ClaimSummary(
        new org.dartboard.report.data.Paper(
            paper.id(),
            paper.title(),
            String.join(", ", paper.authors()),
            paper.year(),
            paper.venue(),
            String.join(", ", paper.identifiers())),
        claim.id(),
        claim.title(),
        claim.statement(),
        Worded.parse(Kind.class, claim.kind().label()),
        run ? Worded.parse(Profile.class, verdict.profile().label()) : null,
        Worded.parse(Outcome.class, verdict.outcome().label()),
        verdict.reason(),
        RuleText.of(file, claim),
        Objects.requireNonNullElse(claim.adaptation(), ""),
        Objects.requireNonNullElse(claim.reconstruction(), ""),
        runs,
        completeness,
        before(claim, verdict)
            + "scripts/dartboard reproduce "
            + claim.reference()
            + " --profile "
            + verdict.profile().label());
  }

  /** The commands that make the runs, where reproducing only reads them from the ledger. */
  private static String before(Claim claim, Verdict verdict) {
    if (verdict.profile() == org.dartboard.claim.Profile.SMOKE) {
      return "";
    }
    return RunCommands.of(claim, verdict.profile()).stream()
        .map(command -> command + " && ")
        .collect(Collectors.joining());
  }

  /** Whether the differences of the findings are of shares of runs, not in the figures' unit. */
  private static boolean comparesShares(Rule rule) {
    return rule instanceof Rule.Direction direction && direction.share() != null;
  }

  private static int runs(Measurements measurements) {
    if (measurements.origin().isPresent()) {
      return measurements.origin().get().runs();
    }
    return measurements.trials().size()
        + measurements.batches().stream().mapToInt(batch -> batch.traces().size()).sum();
  }

  /** Which program, data and machine the numbers come from; that of the ledger where it has any. */
  private List<Entry> provenance(Measurements measurements, String dataDigest) {
    if (measurements.origin().isPresent()) {
      return measurements.origin().get().provenance();
    }
    List<Trial> all = new ArrayList<>(measurements.trials());
    all.addAll(measurements.beside());
    measurements.batches().forEach(batch -> all.addAll(batch.trials().values()));
    if (all.isEmpty()) {
      return List.of(
          new Entry("revision", Machine.revision()),
          new Entry("version", Machine.version()),
          new Entry("data", dataDigest),
          new Entry("engine", "table"));
    }
    Ledger recorded = measurements.batches().isEmpty() ? ledger : tableSearches;
    Map<String, Integer> trials = new LinkedHashMap<>();
    all.forEach(trial -> trials.merge(trial.provenance(), 1, Integer::sum));
    List<Entry> entries = new ArrayList<>();
    trials.forEach(
        (id, count) -> {
          String prefix = trials.size() == 1 ? "" : id + " ";
          entries.add(new Entry(prefix + "trials", Integer.toString(count)));
          Optional<Provenance> provenance = recorded.provenance(id);
          provenance.ifPresent(
              known ->
                  known
                      .asMap()
                      .forEach((key, value) -> entries.add(new Entry(prefix + key, value))));
        });
    return entries;
  }
}
