package org.dartboard.report.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ChartForm;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.Difference;
import org.dartboard.report.data.FigureRow;
import org.dartboard.report.data.Kind;
import org.dartboard.report.data.Measured;
import org.dartboard.report.data.Outcome;
import org.dartboard.report.data.ReportException;
import org.dartboard.report.data.SampleReports;
import org.dartboard.report.data.SeriesPoint;
import org.dartboard.report.data.Setting;
import org.dartboard.report.data.ValueRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimReportsTest {
  private Path out;
  private Path folder;

  @BeforeEach
  void writeOneClaim(@TempDir Path temporary) throws IOException {
    out = temporary;
    ClaimReports.write(out, SampleReports.table5());
    folder = out.resolve("claims/nas-bench-201/table-5");
  }

  @Test
  void reportsReadBackAsTheyWereWritten() throws IOException {
    for (ClaimReport report : SampleReports.all()) {
      ClaimReports.write(out, report);
    }
    List<ClaimReport> read = ClaimReports.readAll(out);
    assertEquals(10, read.size());
    for (ClaimReport report : SampleReports.all()) {
      assertTrue(read.contains(report), report.summary().name());
    }
  }

  @Test
  void awkwardTextAndNumbersReadBackAsTheyWereWritten() throws IOException {
    ClaimReport plain =
        SampleReports.plain(
            SampleReports.paper(),
            "awkward",
            "quotes \" and 'single', commas, a line\nfeed, =1+1, <b>, ünï, 🎯",
            Kind.TABLE,
            Outcome.INCONCLUSIVE,
            "\"");
    ClaimReport report =
        new ClaimReport(
            plain.summary(),
            List.of(
                new FigureRow(
                    "tiny",
                    Setting.NONE,
                    "loss",
                    "",
                    null,
                    new Measured(Double.NaN, Double.POSITIVE_INFINITY, 3, 4.9e-324, 0.1 + 0.2),
                    new Difference(-0.0, null, null),
                    "")),
            List.of(
                new Chart(
                    "c",
                    ChartForm.CURVE,
                    "t",
                    "",
                    "",
                    "a",
                    true,
                    List.of(SeriesPoint.line("s", 1, 2), SeriesPoint.line("s", Double.NaN, 2)))),
            List.of(),
            List.of());
    ClaimReports.write(out, report);
    assertTrue(ClaimReports.readAll(out).contains(report));
  }

  @Test
  void axesAndThresholdsReadBackAsTheyWereWritten() throws IOException {
    Chart dots =
        new Chart(
            "dots",
            ChartForm.DOTS,
            "t",
            "",
            "",
            "a",
            false,
            List.of(SeriesPoint.dot("s", "m", 2), SeriesPoint.threshold("above 3 counts", 3)));
    Chart curve =
        new Chart(
            "c", ChartForm.CURVE, "t", "", "", "a", false, List.of(SeriesPoint.line("s", 1, 2)));
    ClaimReport plain =
        SampleReports.plain(
            SampleReports.paper(), "axes", "title", Kind.TABLE, Outcome.INCONCLUSIVE, "reason");
    ClaimReport report =
        new ClaimReport(
            plain.summary(),
            List.of(),
            List.of(
                dots.within(ValueRange.FROM_ZERO),
                curve.within(ValueRange.PERCENT).spanning(new ValueRange(-1, 2.5))),
            List.of(),
            List.of());
    ClaimReports.write(out, report);
    assertTrue(ClaimReports.readAll(out).contains(report));
  }

  @Test
  void aSpanWithOneEndIsRefused() throws IOException {
    String charts = Files.readString(folder.resolve("charts.csv"));
    replace("charts.csv", charts.replaceFirst("false,,,,\n", "false,,,1,\n"));
    assertProblem("charts.csv: line", "span_low and span_high: expected both or none, found '1'");
  }

  @Test
  void blankFieldsMeanAbsentFigures() throws IOException {
    String figures = Files.readString(folder.resolve("figures.csv"));
    assertTrue(
        figures.contains("Search cost,,,,simulated time,s,,,,,,,,12000.0,,1,,,,,,"), figures);
  }

  @Test
  void anEmptyFolderHasNoClaims() throws IOException {
    assertEquals(List.of(), ClaimReports.readAll(out.resolve("nothing here")));
  }

  @Test
  void aFileCutInsideARowIsTruncated() throws IOException {
    cut("figures.csv", 40);
    assertProblem("figures.csv: line", "expected a line feed at the end", "truncated");
  }

  @Test
  void aFileCutBetweenRowsIsTruncated() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("series.csv"));
    replace("series.csv", String.join("\n", lines.subList(0, 2001)) + "\n");
    assertProblem("series.csv: expected 2494 rows", "found 2000: it is truncated");
  }

  @Test
  void aCutSummaryNamesTheFirstMissingKey() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("claim.csv"));
    replace("claim.csv", String.join("\n", lines.subList(0, 21)) + "\n");
    assertProblem("claim.csv: row 21: expected the key 'figures.csv rows'", "truncated");
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    replace("charts.csv", "");
    assertProblem("charts.csv: expected a header, found an empty file");
  }

  @Test
  void aMissingFileIsRefused() throws IOException {
    Files.delete(folder.resolve("provenance.csv"));
    assertProblem("provenance.csv: expected a file, found none");
  }

  @Test
  void aForeignHeaderIsRefused() throws IOException {
    replace("figures.csv", "name,value\nREA,93.92\n");
    assertProblem("figures.csv: line 1: expected the header label,dataset", "'name,value'");
  }

  @Test
  void aForeignSummaryIsRefused() throws IOException {
    replace("claim.csv", "key,value\nname,something\n");
    assertProblem(
        "claim.csv: line 2: expected format,dartboard claim report 3", "'name,something'");
  }

  @Test
  void aNewerFormatIsRefused() throws IOException {
    edit("claim.csv", "dartboard claim report 3", "dartboard claim report 4");
    assertProblem("claim.csv: line 2", "'dartboard claim report 4'", "a newer version");
  }

  @Test
  void anOlderFormatIsRefused() throws IOException {
    edit("claim.csv", "dartboard claim report 3", "dartboard claim report 1");
    assertProblem("claim.csv: line 2", "'dartboard claim report 1'", "an older version");
  }

  @Test
  void theFormatWithoutCompletenessIsRead() throws IOException {
    edit("claim.csv", "dartboard claim report 3", "dartboard claim report 2");
    edit("claim.csv", "completeness,1.0\n", "");
    assertEquals(List.of(SampleReports.table5()), ClaimReports.readAll(out));
    edit("claim.csv", "outcome,reproduced", "outcome,inconclusive");
    assertEquals(0, ClaimReports.readAll(out).get(0).summary().completeness());
  }

  @Test
  void aShareOfMoreThanAllIsRefused() throws IOException {
    edit("claim.csv", "completeness,1.0", "completeness,1.5");
    assertProblem("completeness of claim table-5: expected 0 to 1, not 1.5");
  }

  @Test
  void anEditedNumberIsRefused() throws IOException {
    edit("figures.csv", "93.92", "94.92");
    assertProblem("figures.csv: expected the SHA-256 digest", "edited");
  }

  @Test
  void textInPlaceOfANumberIsRefusedWithItsLine() throws IOException {
    edit("figures.csv", "93.92", "high");
    assertProblem("figures.csv: line 2: published: expected a number, found 'high'");
  }

  @Test
  void aWordOutsideItsSetIsRefusedWithTheLegalOnes() throws IOException {
    edit("claim.csv", "outcome,reproduced", "outcome,proved");
    assertProblem(
        "claim.csv: line 14: value: expected one of: reproduced, not reproduced", "'proved'");
  }

  @Test
  void aRowWithTooFewFieldsIsRefused() throws IOException {
    edit("configuration.csv", "runs a method,500", "runs a method");
    assertProblem("configuration.csv: line 5: expected 2 fields, found 1");
  }

  @Test
  void bytesThatAreNotTextAreRefused() throws IOException {
    Files.write(folder.resolve("charts.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
    assertProblem("charts.csv: expected text in UTF-8");
  }

  @Test
  void aStrayQuoteIsRefused() throws IOException {
    edit("charts.csv", "anytime,curve", "\"any\"time,curve");
    assertProblem("charts.csv", "quote");
  }

  @Test
  void aFolderThatWasMovedIsRefused() throws IOException {
    Files.move(folder, folder.resolveSibling("table-6"));
    assertProblem("expected the claim nas-bench-201/table-6 as the folder is named");
  }

  @Test
  void allProblemsAreToldAtOnce() throws IOException {
    edit("figures.csv", "93.92", "high");
    edit("claim.csv", "outcome,reproduced", "outcome,proved");
    Files.delete(folder.resolve("provenance.csv"));
    ReportException refused = assertThrows(ReportException.class, () -> ClaimReports.readAll(out));
    assertEquals(3, refused.problems().size(), refused.getMessage());
  }

  private void cut(String file, int bytes) throws IOException {
    byte[] content = Files.readAllBytes(folder.resolve(file));
    Files.write(folder.resolve(file), Arrays.copyOf(content, content.length - bytes));
  }

  private void edit(String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertTrue(text.contains(from), text);
    replace(file, text.replaceFirst(Pattern.quote(from), to));
  }

  private void replace(String file, String text) throws IOException {
    Files.write(folder.resolve(file), text.getBytes(StandardCharsets.UTF_8));
  }

  private void assertProblem(String... parts) {
    ReportException refused = assertThrows(ReportException.class, () -> ClaimReports.readAll(out));
    for (String part : parts) {
      assertTrue(
          refused.problems().stream().anyMatch(problem -> problem.contains(part)),
          () -> "expected '" + part + "' in: " + refused.getMessage());
    }
  }
}
