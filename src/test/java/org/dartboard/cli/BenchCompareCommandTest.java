package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dartboard.benchmark.BenchmarkFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchCompareCommandTest {
  @TempDir private Path folder;
  private Path early = Path.of("");
  private Path late = Path.of("");

  @BeforeEach
  void writeRuns() throws IOException {
    early = folder.resolve("early.json");
    late = folder.resolve("late.json");
    BenchmarkFiles.write(
        early,
        1,
        "Abacus",
        BenchmarkFiles.result("onednn", 1e9, List.of(List.of(10.0, 10.1), List.of(10.0, 9.9))),
        BenchmarkFiles.result("libtorch", 4e9, List.of(List.of(40.0, 41.0), List.of(40.0, 39.0))));
    BenchmarkFiles.write(
        late,
        2,
        "Abacus",
        BenchmarkFiles.result("onednn", 1e9, List.of(List.of(20.0, 20.1), List.of(20.0, 19.9))),
        BenchmarkFiles.result("nd4j", 4e9, List.of(List.of(90.0, 90.0))));
  }

  @Test
  void enginesOfOneRunAreCompared() {
    Invocation run = Invocation.of("bench", "compare", early.toString(), "--format", "json");
    assertEquals(0, run.code(), run::err);
    JsonNode row = JsonMapper.builder().build().readTree(run.out()).get(0);
    assertEquals("engine=libtorch", row.get("base").stringValue());
    assertEquals("engine=onednn", row.get("compared").stringValue());
    assertEquals(4, row.get("ratio").doubleValue(), 0.02);
    assertTrue(row.get("low").doubleValue() > 3.8 && row.get("high").doubleValue() < 4.2);
    assertEquals("faster", row.get("judgement").stringValue());
    assertEquals(0.25, row.get("memory_ratio").doubleValue());
  }

  @Test
  void twoRunsAreComparedAndWhatOnlyOneHasIsNamed() {
    String[] arguments = {"bench", "compare", early.toString(), late.toString(), "--format", "csv"};
    Invocation run = Invocation.of(arguments);
    assertEquals(0, run.code(), run::err);
    assertEquals(2, run.out().lines().count(), run::out);
    assertTrue(run.out().contains(",slower,"), run::out);
    assertTrue(run.err().contains("engine=libtorch (only in early)"), run::err);
    assertTrue(run.err().contains("engine=nd4j (only in late)"), run::err);
  }

  @Test
  void slowerFailsWhereThatWasAskedFor() {
    assertEquals(1, compare(early, late, "--fail-on", "slower").code());
    assertEquals(0, compare(late, early, "--fail-on", "slower").code());
  }

  @Test
  void runsOfDifferentMachinesAreComparedWithAWarning() throws IOException {
    Path elsewhere = folder.resolve("elsewhere.json");
    BenchmarkFiles.write(
        elsewhere, 3, "Slide rule", BenchmarkFiles.result("onednn", 1, List.of(List.of(1.0))));
    Invocation run = compare(early, elsewhere);
    assertEquals(0, run.code(), run::err);
    assertTrue(run.err().contains("different machines (Abacus, 2 cores; Slide rule, 2"), run::err);
  }

  @Test
  void aDamagedFileIsRefusedByName() throws IOException {
    Files.writeString(late, "{}");
    Invocation run = compare(early, late);
    assertEquals(2, run.code());
    assertTrue(run.err().contains(late + " is not a benchmark run: format is missing"), run::err);
  }

  @Test
  void optionsOutOfRangeAreNamedTogether() {
    Invocation run = compare(early, late, "--level", "2", "--min-effect", "-1");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("--level is 2.0"), run::err);
    assertTrue(run.err().contains("--min-effect is -1.0"), run::err);
  }

  @Test
  void chartsAreWrittenInTheFormatOfTheirNames() throws IOException {
    Path svg = folder.resolve("chart.svg");
    Path png = folder.resolve("chart.png");
    assertEquals(0, compare(early, late, "--chart", svg.toString()).code());
    assertTrue(Files.readString(svg, StandardCharsets.UTF_8).contains("<svg"));
    Invocation history =
        Invocation.of("bench", "history", folder.toString(), "--chart", png.toString());
    assertEquals(0, history.code(), history::err);
    assertEquals('P', Files.readAllBytes(png)[1]);
    Invocation wrong = compare(early, late, "--chart", folder.resolve("chart.gif").toString());
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("neither .svg nor .png"), wrong::err);
  }

  @Test
  void historyComparesEachRunWithTheLastOnALikeMachine() throws IOException {
    BenchmarkFiles.write(
        folder.resolve("between.json"),
        3,
        "Slide rule",
        BenchmarkFiles.result("onednn", 1, List.of(List.of(1.0))));
    BenchmarkFiles.write(
        folder.resolve("last.json"),
        4,
        "Abacus",
        BenchmarkFiles.result("onednn", 1e9, List.of(List.of(20.0, 20.1), List.of(20.0, 19.9))));
    Invocation run =
        Invocation.of(
            "bench", "history", folder.toString(), "--benchmark", "onednn", "--format", "csv");
    assertEquals(0, run.code(), run::err);
    List<String> judgements =
        run.out().lines().skip(1).map(line -> line.substring(line.lastIndexOf(',') + 1)).toList();
    assertEquals(List.of("first", "slower", "first", "same"), judgements);
  }

  @Test
  void anEmptyFolderSaysWhatWritesARun() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Invocation run = Invocation.of("bench", "history", empty.toString());
    assertEquals(2, run.code());
    assertTrue(run.err().contains("mvn verify -Pjmh"), run::err);
    Invocation nowhere = Invocation.of("bench", "history", empty.resolve("nowhere").toString());
    assertEquals(2, nowhere.code());
    assertTrue(nowhere.err().contains("is no folder"), nowhere::err);
  }

  private static Invocation compare(Path one, Path other, String... more) {
    String[] arguments = new String[4 + more.length];
    arguments[0] = "bench";
    arguments[1] = "compare";
    arguments[2] = one.toString();
    arguments[3] = other.toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    return Invocation.of(arguments);
  }
}
