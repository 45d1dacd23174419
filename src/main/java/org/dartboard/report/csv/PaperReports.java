package org.dartboard.report.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dartboard.io.AtomicFiles;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.Paper;
import org.dartboard.report.data.PaperReport;
import org.dartboard.report.data.Profile;
import org.dartboard.report.data.ReportException;
import org.dartboard.report.data.SearchRow;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the report says of papers as CSV files and reads it back.
 *
 * <p>A paper's files lie in {@code papers/<paper>/} of the output folder: {@code searches.csv},
 * {@code charts.csv} and {@code series.csv}, and {@code paper.csv}, key and value, which is written
 * last and has the key {@code stand-in} only where the figures stand in for published data; {@code
 * series.csv} then has the column {@code stand_in}.
 */
public final class PaperReports {
  /** The folder of all papers, in the output folder. */
  public static final String PAPERS = "papers";

  /** The searches that a paper's claims rest on. */
  public static final String SEARCHES = "searches.csv";

  private static final String PAPER = "paper.csv";
  private static final String EQUATION = "equation ";
  private static final String DIFFERENCE = "difference ";
  private static final String HISTORY = "history ";
  private static final String CLAIM = "claim ";
  private static final List<String> KEYS =
      List.of("paper", "title", "authors", "year", "venue", "identifiers");
  private static final List<String> COLUMNS =
      List.of("search", "method", "settings", "profile", "finished", "planned", "hours");

  private PaperReports() {}

  /** Writes a paper's files, in place of those that an earlier report left. */
  public static void write(Path out, PaperReport report) throws IOException {
    Path folder = out.resolve(PAPERS).resolve(report.paper().id());
    Sheet searches = new Sheet(COLUMNS, report.searches().stream().map(PaperReports::row).toList());
    AtomicFiles.write(folder.resolve(SEARCHES), searches.text());
    AtomicFiles.write(
        folder.resolve(ClaimFiles.CHARTS), ChartCodec.encodeCharts(report.charts()).text());
    AtomicFiles.write(
        folder.resolve(ClaimFiles.SERIES),
        ChartCodec.encodeSeries(report.charts()).marked(report.standIn()).text());
    Paper paper = report.paper();
    List<String> values =
        List.of(
            paper.id(),
            paper.title(),
            paper.authors(),
            Integer.toString(paper.year()),
            paper.venue(),
            paper.identifiers());
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < KEYS.size(); i++) {
      rows.add(List.of(KEYS.get(i), values.get(i)));
    }
    number(rows, EQUATION, report.equations());
    number(rows, DIFFERENCE, report.differences());
    number(rows, HISTORY, report.history());
    number(rows, CLAIM, report.claims());
    if (!report.standIn().isBlank()) {
      rows.add(List.of(ClaimReport.STAND_IN, report.standIn()));
    }
    AtomicFiles.write(folder.resolve(PAPER), new Sheet(KeyValue.HEADER, rows).text());
  }

  /**
   * Reads all papers of an output folder, in the order of their identifiers.
   *
   * @throws ReportException where a file is not what was written, with all problems of all files
   */
  public static List<PaperReport> readAll(Path out) throws IOException {
    Path papers = out.resolve(PAPERS);
    List<PaperReport> reports = new ArrayList<>();
    if (!Files.isDirectory(papers)) {
      return reports;
    }
    Problems problems = new Problems();
    List<Path> folders;
    try (Stream<Path> entries = Files.list(papers)) {
      folders = entries.filter(folder -> Files.exists(folder.resolve(PAPER))).sorted().toList();
    }
    for (Path folder : folders) {
      PaperReport report = read(folder, problems);
      if (report != null) {
        reports.add(report);
      }
    }
    problems.throwIfAny();
    return reports;
  }

  /**
   * Reads one paper of an output folder.
   *
   * @return empty where the folder has nothing on a paper of that identifier
   * @throws ReportException where a file is not what was written, with all problems of the paper
   */
  public static Optional<PaperReport> read(Path out, String paper) throws IOException {
    Path folder = out.resolve(PAPERS).resolve(paper);
    if (!Files.exists(folder.resolve(PAPER))) {
      return Optional.empty();
    }
    Problems problems = new Problems();
    PaperReport report = read(folder, problems);
    problems.throwIfAny();
    return Optional.ofNullable(report);
  }

  private static @Nullable PaperReport read(Path folder, Problems problems) throws IOException {
    int before = problems.count();
    SheetReader reader = new SheetReader(problems);
    List<SheetRow> searchRows = rows(reader, folder.resolve(SEARCHES), COLUMNS);
    List<SheetRow> chartRows = rows(reader, folder.resolve(ClaimFiles.CHARTS), ChartCodec.CHARTS);
    List<SheetRow> seriesRows = rows(reader, folder.resolve(ClaimFiles.SERIES), ChartCodec.SERIES);
    List<SheetRow> paperRows = rows(reader, folder.resolve(PAPER), KeyValue.HEADER);
    List<Chart> charts =
        problems.count() > before ? List.of() : ChartCodec.decode(chartRows, seriesRows);
    List<SearchRow> searches = new ArrayList<>();
    for (SheetRow row : searchRows) {
      SearchRow search = row.make(() -> search(row));
      if (search != null && row.sound()) {
        searches.add(search);
      }
    }
    List<String> keys = paperRows.stream().map(row -> row.text(KeyValue.KEY)).toList();
    if (problems.count() == before && !keys.stream().limit(KEYS.size()).toList().equals(KEYS)) {
      problems.add(
          folder.resolve(PAPER),
          "expected the keys " + KEYS + ", found " + keys + SheetReader.AGAIN);
    }
    if (problems.count() > before) {
      return null;
    }
    Integer year =
        paperRows.get(3).required(KeyValue.VALUE, paperRows.get(3).whole(KeyValue.VALUE));
    return year == null
        ? null
        : paperRows
            .get(0)
            .make(
                () ->
                    new PaperReport(
                        new Paper(
                            paperRows.get(0).text(KeyValue.VALUE),
                            paperRows.get(1).text(KeyValue.VALUE),
                            paperRows.get(2).text(KeyValue.VALUE),
                            year,
                            paperRows.get(4).text(KeyValue.VALUE),
                            paperRows.get(5).text(KeyValue.VALUE)),
                        texts(paperRows, EQUATION),
                        texts(paperRows, DIFFERENCE),
                        texts(paperRows, HISTORY),
                        texts(paperRows, CLAIM),
                        searches,
                        charts,
                        String.join("", texts(paperRows, ClaimReport.STAND_IN))));
  }

  private static List<SheetRow> rows(SheetReader reader, Path file, List<String> header)
      throws IOException {
    return reader.rows(file, reader.bytes(file), header);
  }

  private static void number(List<List<String>> rows, String key, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      rows.add(List.of(key + (i + 1), texts.get(i)));
    }
  }

  private static List<String> texts(List<SheetRow> rows, String key) {
    return rows.stream()
        .filter(row -> row.text(KeyValue.KEY).startsWith(key))
        .map(row -> row.text(KeyValue.VALUE))
        .toList();
  }

  private static List<String> row(SearchRow row) {
    return List.of(
        row.label(),
        row.method(),
        row.settings(),
        row.profile().text(),
        Integer.toString(row.finished()),
        Integer.toString(row.planned()),
        Fields.of(row.hours()));
  }

  private static SearchRow search(SheetRow row) {
    Profile profile = row.required("profile", row.word("profile", Profile.class));
    Integer finished = row.required("finished", row.whole("finished"));
    Integer planned = row.required("planned", row.whole("planned"));
    return new SearchRow(
        row.text("search"),
        row.text("method"),
        row.text("settings"),
        profile == null ? Profile.DESK : profile,
        finished == null ? 0 : finished,
        planned == null ? 0 : planned,
        row.number("hours"));
  }
}
