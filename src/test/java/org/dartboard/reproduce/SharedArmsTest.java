package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dartboard.claim.ClaimCatalogue;
import org.dartboard.claim.Column;
import org.dartboard.claim.Profile;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.Mark;
import org.dartboard.report.data.PaperReport;
import org.dartboard.report.data.SearchRow;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.run.Ledger;
import org.dartboard.table.Dataset;
import org.dartboard.table.Epochs;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.Split;
import org.dartboard.table.TablePart;
import org.dartboard.testing.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The searches of a page: which there are, what they are called and beside which they stand. */
class SharedArmsTest {
  private static final Column TEST = new Column(Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED);

  @TempDir private Path folder = Path.of("");

  @Test
  void twoSearchesOfOneLabelAreToldApartByTheirEpochs() throws IOException {
    assertEquals(
        List.of("DARTS, 50 epochs", "- SA, 50 epochs", "DARTS, 15 epochs", "- GELU, 15 epochs"),
        names(
            claim("first", "SA, sa-darts", "DARTS, darts-v1"),
            claim(
                "second",
                "GELU, sa-darts, settings: {activation: 2}, desk: {epochs: 15}",
                "DARTS, darts-v1, desk: {epochs: 15}")));
  }

  @Test
  void orByTheSettingThatDiffers() throws IOException {
    assertEquals(
        List.of(
            "DARTS, 50 epochs, weightDecay 0.0005",
            "- SA, 50 epochs",
            "DARTS, 50 epochs, weightDecay 0.0003",
            "- GELU, 50 epochs"),
        names(
            claim("first", "SA, sa-darts", "DARTS, darts-v1"),
            claim(
                "second",
                "GELU, sa-darts, settings: {activation: 2}",
                "DARTS, darts-v1, settings: {weightDecay: 0.0003}")));
  }

  @Test
  void allStagesOfASearchCount() throws IOException {
    assertEquals(
        List.of("DARTS, 18 epochs", "- P-DARTS, 18 epochs"),
        names(
            claim(
                "first",
                "P-DARTS, p-darts, desk: {epochs: 6}",
                "DARTS, darts-v1, desk: {epochs: 18}")));
  }

  @Test
  void aBaselineOfSeveralMethodsIsNamedForAllOfThem() throws IOException {
    assertEquals(
        List.of(
            "DARTS, first order, 15 epochs, settings of beta-DARTS and DARTS-",
            "- beta-DARTS, 15 epochs",
            "- DARTS-, 15 epochs"),
        names(
            claim(
                "first",
                "beta-DARTS, beta-darts, desk: {epochs: 15}",
                "DARTS as beta-DARTS, darts-v1, settings: {nesterov: 0}, desk: {epochs: 15}"),
            claim(
                "second",
                "DARTS-, darts-minus, desk: {epochs: 15}",
                "DARTS as DARTS-, darts-v1, settings: {nesterov: 0}, desk: {epochs: 15}")));
  }

  @Test
  void profilesAreNamedWhereThereAreSeveral() throws IOException {
    ClaimCatalogue claims =
        catalogue(
            claim("first", "SA, sa-darts", "DARTS, darts-v1"),
            claim("second", "beta-DARTS, beta-darts", "DARTS, darts-v1"));
    for (PlannedSearch search : ReproductionPlan.of(claims, Profile.PAPER).searches()) {
      if (!search.method().equals("beta-darts")) {
        finish(search);
      }
    }
    for (PlannedSearch search : ReproductionPlan.of(claims, Profile.DESK).searches()) {
      if (!search.method().equals("sa-darts")) {
        finish(search);
      }
    }
    // The first claim has all its runs at paper, the second all at the desk: two searches by DARTS.
    assertEquals(
        List.of(
            "DARTS, 50 epochs, paper",
            "- SA, 50 epochs, paper",
            "DARTS, 50 epochs, desk",
            "- beta-DARTS, 100 epochs, desk"),
        placed(arms(claims)));
  }

  @Test
  void eachHasItsOwnRowAndItsOwnCurve() throws IOException {
    ClaimCatalogue claims =
        catalogue(
            claim("first", "SA, sa-darts", "DARTS, darts-v1"),
            claim(
                "second",
                "GELU, sa-darts, settings: {activation: 2}, desk: {epochs: 15}",
                "DARTS, darts-v1, desk: {epochs: 15}"));
    for (PlannedSearch search : ReproductionPlan.of(claims, Profile.DESK).searches()) {
      finish(search);
    }
    CellFigures figures =
        new CellFigures(
            Nb201Table.load(
                RealData.assumeTable(), EnumSet.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES)));
    PaperReport report =
        new PaperReportBuilder(figures, ledger()).of(claims.papers().get(0)).orElseThrow();
    Chart regret = chart(report, "regret");
    assertEquals(
        List.of("DARTS, 50 epochs", "– SA, 50 epochs", "DARTS, 15 epochs", "– GELU, 15 epochs"),
        regret.points().stream().map(SeriesPoint::x).distinct().toList());
    assertEquals(
        2, regret.points().stream().filter(point -> is(point, Mark.DOT, "DARTS, 15")).count());
    assertEquals(
        4,
        chart(report, "epochs-skips").points().stream()
            .filter(point -> point.mark() == Mark.LINE && point.series().startsWith("DARTS, 15"))
            .map(SeriesPoint::x)
            .distinct()
            .count());
    assertEquals(
        List.of("DARTS, 50 epochs", "SA, 50 epochs", "DARTS, 15 epochs", "GELU, 15 epochs"),
        report.searches().stream().map(SearchRow::label).toList());
    assertTrue(regret.title().endsWith("CIFAR-10 test"), regret.title());
    assertTrue(chart(report, "epochs-regret").title().endsWith("CIFAR-10 validation"));
    assertTrue(chart(report, "edges-1").title().endsWith("DARTS, 50 epochs, seed 0"));
    assertTrue(chart(report, "weights-1").alternative().contains("the edges and 2 runs"));
    chart(report, "epochs-regret-cifar100-test");
    chart(report, "epochs-regret-imagenet16-120-test");
  }

  private static boolean is(SeriesPoint point, Mark mark, String start) {
    return point.mark() == mark && point.x().startsWith(start);
  }

  private static Chart chart(PaperReport report, String id) {
    return report.charts().stream()
        .filter(chart -> chart.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<String> names(String... claims) throws IOException {
    return placed(arms(catalogue(claims)));
  }

  private SharedArms arms(ClaimCatalogue claims) throws IOException {
    return SharedArms.of(ledger(), claims.claims(), TEST);
  }

  private static List<String> placed(SharedArms arms) {
    List<String> names = new ArrayList<>();
    for (List<SharedArms.Placed> group : arms.groups()) {
      group.forEach(search -> names.add("- ".repeat(search.depth()) + search.name()));
    }
    return names;
  }

  private Ledger ledger() throws IOException {
    return Ledger.open(folder.resolve("ledger"));
  }

  /** Two seeds of a search. */
  private void finish(PlannedSearch search) throws IOException {
    for (int seed = 0; seed < 2; seed++) {
      ToyClaims.finish(folder.resolve("ledger"), folder, search, seed, "111111");
    }
  }

  private ClaimCatalogue catalogue(String... claims) throws IOException {
    Path reproductions = folder.resolve("reproductions");
    Files.createDirectories(reproductions.resolve("toy"));
    Files.writeString(
        reproductions.resolve("toy/claim.yaml"),
        ToyClaims.PAPER + "claims:\n" + List.of(claims).stream().collect(Collectors.joining()));
    return ClaimCatalogue.load(reproductions, Set.of(), new SupernetSettings());
  }

  /** A claim that holds one search against another; label, method and more of each. */
  private static String claim(String id, String of, String against) {
    return """
          - id: %s
            title: "A claim"
            statement: "One search finds fewer skip connections than another."
            kind: search
            targets:
              - {label: "skips", quantity: count, reference: "the other"}
            procedure:
              type: supernet-search
              arms:
                - {%s}
                - {%s}
              measures:
                - {label: "skips", of: ["%s"], against: ["%s"]}
            profiles: {smoke: {runs: 1}, desk: {runs: 2}, paper: {runs: 2}}
            rule:
              type: direction
              test: permutation
              alternative: less
              minimumEffect: 1
              level: 0.5
              minimumRuns: 2
              failedRuns: worst
              why: "because"
        """
        .formatted(id, arm(of), arm(against), label(of), label(against));
  }

  private static String arm(String text) {
    String[] parts = text.split(", ", 3);
    return "label: \"%s\", method: %s".formatted(parts[0], parts[1])
        + (parts.length == 3 ? ", " + parts[2] : "");
  }

  private static String label(String text) {
    return text.substring(0, text.indexOf(", "));
  }
}
