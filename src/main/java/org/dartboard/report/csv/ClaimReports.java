package org.dartboard.report.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dartboard.io.AtomicFiles;
import org.dartboard.io.Digests;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.ReportException;

/**
 * Writes the reports of claims as CSV files and reads them back.
 *
 * <p>A claim's files lie in {@code claims/<paper>/<claim>/} of the output folder, in UTF-8, with
 * commas and a header:
 *
 * <ul>
 *   <li>{@code claim.csv}: key and value. The number of the format, the summary, and how many rows
 *       and which SHA-256 digest each other file has. It is written last, so that an interrupted
 *       write is noticed.
 *   <li>{@code figures.csv}: one row a figure, published and measured; blank means that there is
 *       none.
 *   <li>{@code charts.csv} and {@code series.csv}: one row a chart, one row a point.
 *   <li>{@code configuration.csv} and {@code provenance.csv}: key and value.
 * </ul>
 *
 * <p>Where figures stand in for published data, {@code figures.csv} and {@code series.csv} have a
 * last column, {@code stand_in}, that says so in every row.
 */
public final class ClaimReports {
  private ClaimReports() {}

  /** Writes a claim's files, in place of those that an earlier report of the claim left. */
  public static void write(Path out, ClaimReport report) throws IOException {
    Path folder = ClaimFiles.folder(out, report.summary());
    Map<String, Sheet> sheets = new LinkedHashMap<>();
    String standIn = report.standIn().orElse("");
    sheets.put(ClaimFiles.FIGURES, FigureCodec.encode(report.figures()).marked(standIn));
    sheets.put(ClaimFiles.CHARTS, ChartCodec.encodeCharts(report.charts()));
    sheets.put(ClaimFiles.SERIES, ChartCodec.encodeSeries(report.charts()).marked(standIn));
    sheets.put(ClaimFiles.CONFIGURATION, KeyValue.encode(report.configuration()));
    sheets.put(ClaimFiles.PROVENANCE, KeyValue.encode(report.provenance()));

    Map<String, Seal> seals = new LinkedHashMap<>();
    for (Map.Entry<String, Sheet> sheet : sheets.entrySet()) {
      String text = sheet.getValue().text();
      AtomicFiles.write(folder.resolve(sheet.getKey()), text);
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      seals.put(sheet.getKey(), new Seal(sheet.getValue().rows().size(), Digests.sha256(bytes)));
    }
    AtomicFiles.write(
        folder.resolve(ClaimFiles.CLAIM), ClaimSheet.encode(report.summary(), seals).text());
  }

  /**
   * Reads all claims of an output folder, in the order of paper and claim identifiers.
   *
   * @throws ReportException where a file is not what was written, with all problems of all files
   */
  public static List<ClaimReport> readAll(Path out) throws IOException {
    Problems problems = new Problems();
    ClaimReportReader reader = new ClaimReportReader(problems);
    List<ClaimReport> reports = new ArrayList<>();
    for (Path paper : folders(out.resolve(ClaimFiles.CLAIMS))) {
      for (Path claim : folders(paper)) {
        if (ClaimFiles.ALL.stream().anyMatch(file -> Files.exists(claim.resolve(file)))) {
          reader.read(claim).ifPresent(reports::add);
        }
      }
    }
    problems.throwIfAny();
    return reports;
  }

  /**
   * Reads one claim of an output folder.
   *
   * @param paper the paper's identifier
   * @param claim the claim's identifier within the paper
   * @return empty where the folder has no report of the claim
   * @throws ReportException where a file is not what was written, with all problems of the claim
   */
  public static Optional<ClaimReport> read(Path out, String paper, String claim)
      throws IOException {
    Path folder = out.resolve(ClaimFiles.CLAIMS).resolve(paper).resolve(claim);
    if (ClaimFiles.ALL.stream().noneMatch(file -> Files.exists(folder.resolve(file)))) {
      return Optional.empty();
    }
    Problems problems = new Problems();
    Optional<ClaimReport> report = new ClaimReportReader(problems).read(folder);
    problems.throwIfAny();
    return report;
  }

  private static List<Path> folders(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children
          .filter(Files::isDirectory)
          .sorted(Comparator.comparing(path -> path.getFileName().toString()))
          .toList();
    }
  }
}
