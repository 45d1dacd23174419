package org.dartboard.report.curves;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.Mark;
import org.dartboard.report.data.ReportException;
import org.dartboard.report.data.SeriesPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchChartsTest {
  private static final String HEADER =
      "epoch,cell,skips,accuracy_cifar10_test,regret_cifar10_test,alpha_0-1_none,"
          + "alpha_0-1_skip_connect,hessian_eigenvalue\n";

  @Test
  void aChartHasALineForTheSearchAndOneForTheBestCell() throws IOException {
    SearchSheet search = sheet("x", "1,111111,6,54.5,40,0.1,0.2,\n2,333333,0,93.5,1,0.3,0.2,0.5\n");
    Chart chart = SearchCharts.accuracy(List.of(search), "cifar10_test").orElseThrow();
    assertEquals(
        List.of(
            "current cell 1.0 54.5",
            "current cell 2.0 93.5",
            "best cell 1.0 94.5",
            "best cell 2.0 94.5"),
        chart.points().stream()
            .map(point -> point.series() + " " + point.number() + " " + point.y())
            .toList());
    assertEquals("accuracy-cifar10-test", chart.id());
    assertTrue(chart.alternative().contains("54.50 in epoch 1, 93.50 in epoch 2"));
  }

  @Test
  void blanksAreNotDrawnAndEmptyChartsAreLeftOut() throws IOException {
    SearchSheet search = sheet("x", "1,111111,6,,,,,\n2,333333,0,,,,,0.5\n");
    List<String> ids = SearchCharts.all(List.of(search)).stream().map(Chart::id).toList();
    assertEquals(List.of("skips", "eigenvalue"), ids);
    Chart chart = SearchCharts.eigenvalue(List.of(search)).orElseThrow();
    assertEquals(1, chart.points().size());
    assertEquals(2, chart.points().get(0).number());
  }

  @Test
  void searchesOfOneNameAreTheirMeanWithABand() throws IOException {
    List<SearchSheet> searches =
        List.of(
            sheet("a", "1,111111,6,,,,,\n2,111111,4,,,,,\n"),
            sheet("a", "1,111111,2,,,,,\n"),
            sheet("b", "1,111111,1,,,,,\n"));
    Chart chart = SearchCharts.skips(searches).orElseThrow();
    List<SeriesPoint> band =
        chart.points().stream().filter(point -> point.mark() == Mark.BAND).toList();
    assertEquals(
        List.of("a 4.0", "a 4.0", "b 1.0"),
        chart.points().stream()
            .filter(point -> point.mark() == Mark.LINE)
            .map(point -> point.series() + " " + point.y())
            .toList());
    assertEquals(
        List.of("a 2.0 6.0", "a 4.0 4.0"),
        band.stream().map(p -> p.series() + " " + p.low() + " " + p.high()).toList());
  }

  @Test
  void alphaIsDrawnInAPanelForEachEdge(@TempDir Path folder) throws IOException {
    SearchSheet search = sheet("x", "1,111111,6,54.5,40,0.1,0.2,\n2,333333,0,93.5,1,0.3,0.2,0.5\n");
    Chart chart = SearchCharts.alpha(List.of(search)).orElseThrow();
    assertEquals(ChartForm.PANELS, chart.form());
    assertEquals(
        List.of("edge 0-1: none", "edge 0-1: skip_connect"),
        chart.points().stream().map(SeriesPoint::series).distinct().toList());
    assertTrue(chart.alternative().contains("0-1: none"), chart.alternative());

    ChartFolder.write(folder, List.of(chart), "");
    byte[] svg = Files.readAllBytes(folder.resolve("alpha.svg"));
    assertTrue(new String(svg, StandardCharsets.UTF_8).contains("<title>"));
    Path again = folder.resolve("again");
    ChartFolder.write(again, List.of(chart), "");
    assertArrayEquals(svg, Files.readAllBytes(again.resolve("alpha.svg")));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("alpha.png")),
        Files.readAllBytes(again.resolve("alpha.png")));
  }

  @Test
  void severalSearchesHaveOneLineEach() throws IOException {
    List<SearchSheet> searches =
        List.of(
            sheet("a", "1,111111,6,54.5,40,0.1,0.2,1\n"),
            sheet("b", "1,111111,6,54.5,40,0.1,0.2,2\n"));
    List<Chart> charts = SearchCharts.all(searches);
    assertFalse(charts.stream().anyMatch(chart -> chart.form() == ChartForm.PANELS));
    Chart regret =
        charts.stream().filter(chart -> chart.id().equals("regret")).findFirst().orElseThrow();
    assertEquals(
        "a, b",
        regret.points().stream().map(SeriesPoint::series).collect(Collectors.joining(", ")));
  }

  @Test
  void whatAMethodAloneLogsIsDrawnUnderItsOwnWords() throws IOException {
    SearchSheet gdas = SearchSheet.parse("x", "epoch,tau,parameters\n1,10,5000\n2,5,73306\n", "t");
    List<Chart> charts = SearchCharts.all(List.of(gdas));
    assertEquals(List.of("parameters", "tau"), charts.stream().map(Chart::id).toList());
    assertEquals("Temperature of the Gumbel softmax", charts.get(1).title());
    assertTrue(charts.get(1).alternative().contains("GDAS samples operations"));
  }

  @Test
  void theAxisOfSeveralDatasetsNamesNoneOfThem() throws IOException {
    Chart regret =
        SearchCharts.regret(
                List.of(
                    SearchSheet.parse(
                        "x", "epoch,regret_cifar10_test,regret_cifar100_test\n1,2,5\n", "t")))
            .orElseThrow();
    assertEquals(
        List.of("CIFAR-10", "CIFAR-100"),
        regret.points().stream().map(SeriesPoint::series).toList());
    assertFalse(regret.yLabel().contains("CIFAR"), regret.yLabel());
  }

  @Test
  void stepsAreTimedByEpochAndTheDecisionIsNoEpoch() throws IOException {
    SearchSheet timing =
        SearchSheet.parse(
            "x",
            "epoch,seconds,weight_step_ms,architecture_step_ms\n1,9,20,\n2,9,21,15\ndecision,1,,\n",
            "timing.csv");
    Chart chart = SearchCharts.stepTime(List.of(timing)).orElseThrow();
    assertEquals(
        List.of(
            "step on the weights 1.0 20.0",
            "step on the weights 2.0 21.0",
            "step on the architecture 2.0 15.0"),
        chart.points().stream()
            .map(point -> point.series() + " " + point.number() + " " + point.y())
            .toList());
    assertTrue(chart.title().contains("wall time"));
  }

  @Test
  void edgeWeightsAreDrawnWhereTheyAreNotAllOne() throws IOException {
    Optional<Chart> none =
        SearchCharts.edgeWeights(List.of(SearchSheet.parse("x", "epoch,q_0-1\n1,1.0\n", "t")));
    assertEquals(Optional.empty(), none);
    Chart some =
        SearchCharts.edgeWeights(
                List.of(SearchSheet.parse("x", "epoch,q_0-2,q_1-2\n1,0.25,0.75\n", "t")))
            .orElseThrow();
    assertEquals(
        List.of("edge 0-2", "edge 1-2"), some.points().stream().map(SeriesPoint::series).toList());
  }

  @Test
  void aSheetHasANumberForEachEpoch() {
    assertThrows(
        IllegalArgumentException.class,
        () -> SearchSheet.of("x", Map.of("epoch", new double[] {1, 2}, "skips", new double[] {1})));
    assertThrows(
        IllegalArgumentException.class,
        () -> SearchSheet.of("x", Map.of("skips", new double[] {1})));
  }

  @Test
  void whatIsNoSheetOfASearchIsRefused() {
    for (String csv : List.of("", "a,b\n1,2\n", "epoch,a\n", "epoch,a\n1,2,3\n")) {
      ReportException refused =
          assertThrows(ReportException.class, () -> SearchSheet.parse("x", csv, "file.csv"));
      assertTrue(refused.problems().get(0).contains("file.csv"), csv);
    }
    assertThrows(ReportException.class, () -> SearchSheet.read("x", Path.of("no-such.csv")));
  }

  private static SearchSheet sheet(String name, String lines) throws IOException {
    return SearchSheet.parse(name, HEADER + lines, "test");
  }
}
