package org.dartboard.report.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dartboard.io.AtomicFiles;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.Entry;
import org.dartboard.report.data.ReportException;
import org.dartboard.report.data.Study;

/**
 * Writes studies as CSV files and reads them back.
 *
 * <p>A study lies in {@code studies/<id>/} of the output folder: {@code study.csv} (key and value;
 * the key {@code stand-in} only where the figures stand in for published data), {@code table.csv}
 * (a row for each field of the table: row, column, value), and {@code charts.csv} and {@code
 * series.csv} as claims have them. On a stand-in, table and series have the column {@code
 * stand_in}. {@code study.csv} is written last.
 */
public final class Studies {
  /** The folder of all studies, in the output folder. */
  public static final String FOLDER = "studies";

  private static final String STUDY = "study.csv";
  private static final String TABLE = "table.csv";
  private static final List<String> KEYS =
      List.of("title", "lead", "rule", "conclusion", "command");
  private static final List<String> KEYS_ON_STAND_IN =
      List.of("title", "lead", "rule", "conclusion", "command", ClaimReport.STAND_IN);
  private static final List<String> TABLE_COLUMNS = List.of("row", "column", "value");

  private Studies() {}

  /** Writes a study's files, in place of those that were there. */
  public static void write(Path out, Study study) throws IOException {
    Path folder = out.resolve(FOLDER).resolve(study.id());
    AtomicFiles.write(folder.resolve(TABLE), table(study).marked(study.standIn()).text());
    AtomicFiles.write(
        folder.resolve(ClaimFiles.CHARTS), ChartCodec.encodeCharts(study.charts()).text());
    AtomicFiles.write(
        folder.resolve(ClaimFiles.SERIES),
        ChartCodec.encodeSeries(study.charts()).marked(study.standIn()).text());
    List<String> values =
        List.of(study.title(), study.lead(), study.rule(), study.conclusion(), study.command());
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < KEYS.size(); i++) {
      entries.add(new Entry(KEYS.get(i), values.get(i)));
    }
    if (!study.standIn().isBlank()) {
      entries.add(new Entry(ClaimReport.STAND_IN, study.standIn()));
    }
    AtomicFiles.write(folder.resolve(STUDY), KeyValue.encode(entries).text());
  }

  private static Sheet table(Study study) {
    List<List<String>> fields = new ArrayList<>();
    for (int row = 0; row < study.rows().size(); row++) {
      for (int column = 0; column < study.columns().size(); column++) {
        fields.add(
            List.of(
                Integer.toString(row + 1),
                study.columns().get(column),
                study.rows().get(row).get(column)));
      }
    }
    return new Sheet(TABLE_COLUMNS, fields);
  }

  /**
   * Reads all studies of an output folder, in the order of their identifiers.
   *
   * @throws ReportException where a file is not what was written, with all problems of all files
   */
  public static List<Study> readAll(Path out) throws IOException {
    Path parent = out.resolve(FOLDER);
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    List<Path> folders;
    try (Stream<Path> children = Files.list(parent)) {
      folders =
          children
              .filter(child -> Files.exists(child.resolve(STUDY)))
              .sorted(Comparator.comparing(Path::toString))
              .toList();
    }
    Problems problems = new Problems();
    List<Study> studies = new ArrayList<>();
    for (Path folder : folders) {
      read(folder, problems).ifPresent(studies::add);
    }
    problems.throwIfAny();
    return studies;
  }

  /**
   * Reads one study of an output folder.
   *
   * @return empty where the folder has no study of that identifier
   * @throws ReportException where a file is not what was written, with all problems of the study
   */
  public static Optional<Study> read(Path out, String id) throws IOException {
    Path folder = out.resolve(FOLDER).resolve(id);
    if (!Files.exists(folder.resolve(STUDY))) {
      return Optional.empty();
    }
    Problems problems = new Problems();
    Optional<Study> study = read(folder, problems);
    problems.throwIfAny();
    return study;
  }

  private static Optional<Study> read(Path folder, Problems problems) throws IOException {
    int before = problems.count();
    SheetReader reader = new SheetReader(problems);
    Path file = folder.resolve(STUDY);
    Map<String, String> values = new LinkedHashMap<>();
    KeyValue.decode(reader.rows(file, reader.bytes(file), KeyValue.HEADER))
        .forEach(entry -> values.put(entry.key(), entry.value()));
    List<String> keys = List.copyOf(values.keySet());
    if (problems.none(file) && !keys.equals(KEYS) && !keys.equals(KEYS_ON_STAND_IN)) {
      problems.add(file, "expected the keys " + KEYS + ", found " + keys);
    }
    Map<String, List<String>> rows = new LinkedHashMap<>();
    Set<String> columns = new LinkedHashSet<>();
    for (SheetRow row : rows(folder, TABLE, TABLE_COLUMNS, reader)) {
      columns.add(row.text("column"));
      rows.computeIfAbsent(row.text("row"), number -> new ArrayList<>()).add(row.text("value"));
    }
    List<Chart> charts =
        ChartCodec.decode(
            rows(folder, ClaimFiles.CHARTS, ChartCodec.CHARTS, reader),
            rows(folder, ClaimFiles.SERIES, ChartCodec.SERIES, reader));
    if (problems.count() > before) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Study(
              String.valueOf(folder.getFileName()),
              values.getOrDefault("title", ""),
              values.getOrDefault("lead", ""),
              values.getOrDefault("rule", ""),
              values.getOrDefault("conclusion", ""),
              values.getOrDefault("command", ""),
              List.copyOf(columns),
              List.copyOf(rows.values()),
              charts,
              values.getOrDefault(ClaimReport.STAND_IN, "")));
    } catch (IllegalArgumentException e) {
      problems.add(folder, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static List<SheetRow> rows(
      Path folder, String name, List<String> header, SheetReader reader) throws IOException {
    Path file = folder.resolve(name);
    return reader.rows(file, reader.bytes(file), header);
  }
}
