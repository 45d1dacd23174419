package org.dartboard.report.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dartboard.io.Digests;
import org.dartboard.report.csv.ClaimReports;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.Kind;
import org.dartboard.report.data.Outcome;
import org.dartboard.report.data.ReportException;
import org.dartboard.report.data.SampleReports;
import org.dartboard.report.data.SeriesPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
  private static final String TABLE_5 = "claims/nas-bench-201/table-5";

  @Test
  void theSameCsvGivesTheSameBytes(@TempDir Path first, @TempDir Path second) throws IOException {
    writeAll(first, SampleReports.all());
    Site.generate(first);
    Map<String, String> once = digests(first);
    Site.generate(first);
    assertEquals(once, digests(first));
    List<ClaimReport> backwards =
        SampleReports.all().stream()
            .sorted(Comparator.comparing((ClaimReport r) -> r.summary().name()).reversed())
            .toList();
    writeAll(second, backwards);
    Site.generate(second);
    assertEquals(once, digests(second));
  }

  @Test
  void whatIsNoLongerThereIsRemovedAndNothingElse(@TempDir Path out) throws IOException {
    writeAll(out, SampleReports.all());
    Files.createDirectories(out.resolve("ledger"));
    Files.writeString(out.resolve("ledger/trials.csv"), "kept");
    Site.generate(out);
    Files.writeString(out.resolve(TABLE_5 + "/notes.txt"), "kept");
    Files.writeString(out.resolve(TABLE_5 + "/runs.svg"), "edited by hand");
    for (String file :
        List.of("claim", "figures", "charts", "series", "configuration", "provenance")) {
      Files.delete(out.resolve(TABLE_5 + "/" + file + ".csv"));
      Files.delete(out.resolve("claims/sa-darts/fan-out/" + file + ".csv"));
    }
    Site.generate(out);
    assertEquals(List.of("notes.txt", "runs.svg"), names(out.resolve(TABLE_5)));
    assertFalse(Files.exists(out.resolve("claims/sa-darts/fan-out")));
    assertEquals("kept", Files.readString(out.resolve("ledger/trials.csv")));
    assertFalse(Files.readString(out.resolve("index.html")).contains("table-5"));
    assertFalse(Files.readString(out.resolve("verdicts.csv")).contains("table-5"));
  }

  @Test
  void aForgedListOfFilesRemovesNothingOutsideTheClaims(@TempDir Path out) throws IOException {
    Path precious = out.resolve("precious.svg");
    Files.writeString(precious, "kept");
    Path site = out.resolve("site");
    writeAll(site, SampleReports.all());
    Files.createDirectories(site.resolve("assets"));
    Files.writeString(
        site.resolve("assets/files.csv"),
        "path,sha256\nclaims/a/../../../precious.svg,"
            + Digests.sha256("kept")
            + "\n../precious.svg,"
            + Digests.sha256("kept")
            + "\n");
    Site.generate(site);
    assertTrue(Files.exists(precious));
  }

  @Test
  void hostileTextStaysText(@TempDir Path out) throws IOException {
    String hostile =
        "<script>alert(1)</script> \"quoted\" 'single' & </title> <img src=x onerror=y>";
    ClaimReport plain =
        SampleReports.plain(
            SampleReports.paper(), "hostile", hostile, Kind.TABLE, Outcome.REPRODUCED, hostile);
    Chart chart =
        new Chart(
            "c",
            ChartForm.CURVE,
            hostile,
            hostile,
            hostile,
            hostile,
            false,
            List.of(SeriesPoint.line(hostile, 1, 2)));
    ClaimReports.write(
        out,
        new ClaimReport(plain.summary(), List.of(), List.of(chart), List.of(), plain.provenance()));
    Site.generate(out);
    String folder = "claims/nas-bench-201/hostile/";
    for (String page : List.of("index.html", folder + "index.html", folder + "c.svg")) {
      String text = Files.readString(out.resolve(page));
      assertFalse(text.contains("<script>alert"), page);
      assertFalse(text.contains("<img src=x"), page);
      assertTrue(text.contains("&lt;script&gt;alert(1)"), page);
      assertFalse(text.matches("(?s).*=\"[^\"]*\" ?quoted\".*"), page);
    }
  }

  @Test
  void pointsThatAreLeftOutAreCountedInTheCaption(@TempDir Path out) throws IOException {
    ClaimReport plain =
        SampleReports.plain(
            SampleReports.paper(), "gaps", "gaps", Kind.TABLE, Outcome.INCONCLUSIVE, "gaps");
    Chart chart =
        new Chart(
            "c",
            ChartForm.CURVE,
            "t",
            "x",
            "y",
            "a",
            false,
            List.of(
                SeriesPoint.line("a", 1, 2),
                SeriesPoint.line("a", 2, Double.NaN),
                SeriesPoint.line("a", Double.POSITIVE_INFINITY, 2)));
    ClaimReports.write(
        out,
        new ClaimReport(plain.summary(), List.of(), List.of(chart), List.of(), plain.provenance()));
    Site.generate(out);
    assertTrue(
        Files.readString(out.resolve("claims/nas-bench-201/gaps/index.html"))
            .contains("2 points are not drawn: not finite, or too large to be a measurement."));
  }

  @Test
  void absentFiguresAreSaidInWords(@TempDir Path out) throws IOException {
    ClaimReports.write(out, SampleReports.table5());
    Site.generate(out);
    String page = Files.readString(out.resolve(TABLE_5 + "/index.html"));
    assertTrue(page.contains(">not published<"));
    assertTrue(page.contains(">not run<"));
    assertTrue(page.contains("93.92 ± 0.30"));
    assertTrue(page.contains("3 of 5 published figures are quoted from memory"));
  }

  @Test
  void verdictsAreOneLineAClaim(@TempDir Path out) throws IOException {
    writeAll(out, SampleReports.all());
    Site.generate(out);
    List<String> lines = Files.readAllLines(out.resolve("verdicts.csv"));
    assertEquals("paper,claim,title,kind,profile,outcome,reason,runs,page", lines.get(0));
    assertEquals(11, lines.size());
    assertTrue(
        lines.stream()
            .anyMatch(
                line ->
                    line.startsWith("nas-bench-201,table-5,")
                        && line.endsWith("2000," + TABLE_5 + "/index.html")));
  }

  @Test
  void anEmptyFolderGivesAPageThatSaysSo(@TempDir Path out) throws IOException {
    Path index = Site.generate(out);
    assertTrue(Files.readString(index).contains("No claim has been reproduced into this folder"));
  }

  @Test
  void aDamagedClaimLeavesTheSiteAsItWas(@TempDir Path out) throws IOException {
    writeAll(out, SampleReports.all());
    Site.generate(out);
    Files.writeString(out.resolve(TABLE_5 + "/figures.csv"), "name,value\n");
    Map<String, String> before = digests(out);
    assertThrows(ReportException.class, () -> Site.generate(out));
    assertEquals(before, digests(out));
  }

  @Test
  void numbersReadAsTheirUnitsAsk() {
    assertEquals("93.90", Numbers.figure(93.9, "%"));
    assertEquals("−0.03", Numbers.figure(-0.03, "%"));
    assertEquals("0.00", Numbers.figure(-0.001, "%"));
    assertEquals("+0.02", Numbers.change(0.02, "%"));
    assertEquals("0.00", Numbers.change(0.002, "%"));
    assertEquals("0.00", Numbers.change(-0.002, "%"));
    assertEquals("+1.235E-8", Numbers.change(1.2346e-8, ""));
    assertEquals("0", Numbers.figure(-0.0, ""));
    assertEquals("−1.235E-8", Numbers.figure(-1.2346e-8, ""));
    assertEquals("12,000", Numbers.figure(12000, "s"));
    assertEquals("0.6123", Numbers.figure(0.61234, ""));
    assertEquals("1,235", Numbers.figure(1234.56, ""));
    assertEquals("not finite", Numbers.figure(Double.NaN, "%"));
  }

  private static void writeAll(Path out, List<ClaimReport> reports) throws IOException {
    for (ClaimReport report : reports) {
      ClaimReports.write(out, report);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Map<String, String> digests(Path out) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(out.relativize(file).toString(), Digests.sha256(Files.readAllBytes(file)));
      }
    }
    return digests;
  }
}
