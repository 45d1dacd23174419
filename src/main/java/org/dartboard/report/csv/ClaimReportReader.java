package org.dartboard.report.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dartboard.io.Digests;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.ClaimSummary;
import org.dartboard.report.data.Entry;
import org.dartboard.report.data.FigureRow;

/** Reads the files of one claim and holds them against their seals. */
final class ClaimReportReader {
  private static final Pattern FORMAT =
      Pattern.compile(Pattern.quote(ClaimSheet.FORMAT_NAME) + " (\\d{1,9})");

  private final Problems problems;
  private final SheetReader sheets;

  ClaimReportReader(Problems problems) {
    this.problems = problems;
    this.sheets = new SheetReader(problems);
  }

  /** The claim's report, or nothing where a file is damaged; the problems then say how. */
  Optional<ClaimReport> read(Path folder) throws IOException {
    int before = problems.count();
    Path claimFile = folder.resolve(ClaimFiles.CLAIM);
    Map<String, SheetRow> claim = claimRows(claimFile);
    if (claim.isEmpty()) {
      return Optional.empty();
    }
    ClaimSummary summary = SummaryCodec.decode(claim);
    if (summary != null) {
      checkPlace(folder, claimFile, summary);
    }
    List<FigureRow> figures =
        FigureCodec.decode(table(folder, ClaimFiles.FIGURES, FigureCodec.HEADER, claim));
    List<SheetRow> chartRows = table(folder, ClaimFiles.CHARTS, ChartCodec.CHARTS, claim);
    List<SheetRow> seriesRows = table(folder, ClaimFiles.SERIES, ChartCodec.SERIES, claim);
    boolean chartsAreWhole =
        problems.none(folder.resolve(ClaimFiles.CHARTS))
            && problems.none(folder.resolve(ClaimFiles.SERIES));
    List<Chart> charts = chartsAreWhole ? ChartCodec.decode(chartRows, seriesRows) : List.of();
    List<Entry> configuration =
        KeyValue.decode(table(folder, ClaimFiles.CONFIGURATION, KeyValue.HEADER, claim));
    List<Entry> provenance =
        KeyValue.decode(table(folder, ClaimFiles.PROVENANCE, KeyValue.HEADER, claim));
    checkDigests(folder, claim);
    if (summary == null || problems.count() > before) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ClaimReport(summary, figures, charts, configuration, provenance));
    } catch (IllegalArgumentException e) {
      problems.add(folder, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Map<String, SheetRow> claimRows(Path file) throws IOException {
    List<SheetRow> rows = sheets.rows(file, sheets.bytes(file), KeyValue.HEADER);
    Map<String, SheetRow> byKey = new LinkedHashMap<>();
    OptionalInt version = rows.isEmpty() ? OptionalInt.empty() : version(file, rows.get(0));
    if (version.isEmpty()) {
      return byKey;
    }
    List<String> keys = ClaimSheet.keys(version.getAsInt());
    for (int i = 0; i < keys.size(); i++) {
      String found = i < rows.size() ? rows.get(i).text(KeyValue.KEY) : null;
      if (!keys.get(i).equals(found)) {
        problems.add(
            file,
            "row "
                + (i + 1)
                + ": expected the key '"
                + keys.get(i)
                + "', found "
                + (found == null ? "the end of the file: it is truncated" : Quoted.text(found)));
        return Map.of();
      }
      byKey.put(keys.get(i), rows.get(i));
    }
    if (rows.size() > keys.size()) {
      problems.add(file, "expected " + keys.size() + " rows, found " + rows.size());
      return Map.of();
    }
    return byKey;
  }

  /** The number of the file's format; empty where it is none that can be read. */
  private OptionalInt version(Path file, SheetRow row) {
    String expected = ClaimSheet.FORMAT_NAME + " " + ClaimSheet.FORMAT_VERSION;
    String found = row.text(KeyValue.VALUE);
    Matcher format = FORMAT.matcher(found);
    if (!row.text(KeyValue.KEY).equals(ClaimSheet.FORMAT_KEY) || !format.matches()) {
      problems.add(
          file,
          2,
          "expected "
              + ClaimSheet.FORMAT_KEY
              + ","
              + expected
              + ", found "
              + Quoted.text(row.text(KeyValue.KEY) + "," + found)
              + ": a file of another program");
      return OptionalInt.empty();
    }
    int version = Integer.parseInt(format.group(1));
    if (version < ClaimSheet.OLDEST_VERSION || version > ClaimSheet.FORMAT_VERSION) {
      problems.add(
          file,
          2,
          "expected "
              + expected
              + ", found "
              + Quoted.text(found)
              + ": written by "
              + (version > ClaimSheet.FORMAT_VERSION ? "a newer" : "an older")
              + " version; reproduce the claim again with this one");
      return OptionalInt.empty();
    }
    return OptionalInt.of(version);
  }

  private void checkPlace(Path folder, Path claimFile, ClaimSummary summary) {
    Path claim = folder.getFileName();
    Path paper = folder.resolveSibling(".").normalize().getFileName();
    String found = paper + "/" + claim;
    if (!summary.name().equals(found)) {
      problems.add(
          claimFile,
          "expected the claim " + found + " as the folder is named, found " + summary.name());
    }
  }

  /** A file's rows, as many as the summary says. */
  private List<SheetRow> table(
      Path folder, String name, List<String> header, Map<String, SheetRow> claim)
      throws IOException {
    Path file = folder.resolve(name);
    List<SheetRow> rows = sheets.rows(file, sheets.bytes(file), header);
    SheetRow seal = claim.get(ClaimSheet.rowsKey(name));
    Integer expected =
        seal == null ? null : seal.required(KeyValue.VALUE, seal.whole(KeyValue.VALUE));
    if (expected != null && problems.none(file) && expected != rows.size()) {
      problems.add(
          file,
          "expected "
              + expected
              + " rows as claim.csv says, found "
              + rows.size()
              + (rows.size() < expected ? ": it is truncated" : "")
              + SheetReader.AGAIN);
    }
    return rows;
  }

  /** Holds the files in which nothing else is wrong against the digests that the summary has. */
  private void checkDigests(Path folder, Map<String, SheetRow> claim) throws IOException {
    for (String name : ClaimFiles.ALL.subList(1, ClaimFiles.ALL.size())) {
      Path file = folder.resolve(name);
      SheetRow seal = claim.get(ClaimSheet.digestKey(name));
      if (seal == null || !problems.none(file)) {
        continue;
      }
      String expected = seal.text(KeyValue.VALUE);
      String actual = Digests.sha256(sheets.bytes(file));
      if (!expected.equals(actual)) {
        problems.add(
            file,
            "expected the SHA-256 digest "
                + expected
                + " as claim.csv says, found "
                + actual
                + ": it was edited, or a write was interrupted"
                + SheetReader.AGAIN);
      }
    }
  }
}
