package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dartboard.benchmark.BenchmarkFiles;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.SeriesPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchGrowthCommandTest {
  @TempDir private Path folder;

  private Path write(String size) throws IOException {
    Path file = folder.resolve("run.json");
    String timed = BenchmarkFiles.result("onednn", 1e9, List.of(List.of(3120.0)));
    String peak = BenchmarkFiles.result("onednn", 1e9, List.of(List.of(100.0, 100.0)));
    BenchmarkFiles.write(
        file,
        1,
        "Abacus",
        timed
            .replace("suite.Step.", "suite.ThroughputBenchmark.")
            .replace(
                "\"engine\": \"onednn\"", "\"engine\": \"onednn\", \"size\": \"" + size + "\""),
        peak.replace("suite.Step.searchStep", "suite.PeakArithmeticBenchmark.multiply")
            .replace("\"params\": {\"engine\": \"onednn\"}, ", "")
            .replace("\"mode\": \"ss\"", "\"mode\": \"thrpt\"")
            .replace("ms/op", "ops/ns"));
    return file;
  }

  /** 156 GFLOP in 3,120 ms are 50 GFLOP/s, which is half of a peak of 100. */
  @Test
  void aTimeIsSetAgainstTheArithmeticAndTheFloor() throws IOException {
    String file = write("16x5").toString();
    Invocation run = Invocation.of("bench", "growth", file, "--peak", file, "--format", "json");
    assertEquals(0, run.code(), run::err);
    JsonNode row = JsonMapper.builder().build().readTree(run.out()).get(0);
    assertEquals(156, row.get("gflop").doubleValue(), 0.5);
    assertEquals(20, row.get("ms_per_gflop").doubleValue(), 0.1);
    assertEquals(50, row.get("gflop_per_second").doubleValue(), 0.2);
    assertEquals(1560, row.get("floor_ms").doubleValue(), 5);
    assertEquals(2, row.get("times_the_floor").doubleValue(), 0.01);
  }

  @Test
  void theTimeOfAGflopIsDrawnOverTheArithmetic() throws IOException {
    String file = write("16x5").toString();
    Path chart = folder.resolve("growth.svg");
    Invocation run =
        Invocation.of("bench", "growth", file, "--peak", file, "--chart", chart.toString());
    assertEquals(0, run.code(), run::err);
    String svg = Files.readString(chart);
    assertTrue(svg.contains("<title>Time of a GFLOP in run</title>"), svg);
  }

  @Test
  void aDotIsAnEnginesTimeAndTheLineIsThePeaks() {
    Growth growth = new Growth("onednn", 16, 5, 150, 3000);
    Chart chart = BenchCharts.growth("run", List.of(growth), 100.0);
    assertEquals(
        List.of(
            SeriesPoint.dot("onednn", 150, 20), SeriesPoint.line("at the machine's peak", 150, 10)),
        chart.points());
    assertEquals(1, BenchCharts.growth("run", List.of(growth), null).points().size());
  }

  @Test
  void aFileThatIsNotThereAndAChartOfAnotherFormAreWrongArguments() throws IOException {
    Invocation missing = Invocation.of("bench", "growth", folder.resolve("none.json").toString());
    assertEquals(2, missing.code());
    assertTrue(missing.err().contains("there is no such file"), missing::err);
    Invocation chart =
        Invocation.of("bench", "growth", write("16x5").toString(), "--chart", "growth.jpg");
    assertEquals(2, chart.code());
    assertTrue(chart.err().contains("ends in neither .svg nor .png"), chart::err);
    assertEquals("", chart.out());
  }

  @Test
  void aSizeOfAnotherFormIsNamed() throws IOException {
    Invocation run = Invocation.of("bench", "growth", write("huge").toString());
    assertEquals(2, run.code());
    assertTrue(run.err().contains("size is 'huge'"), run::err);
  }
}
