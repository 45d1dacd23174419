package org.dartboard.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.dartboard.io.AtomicFiles;
import org.dartboard.space.Cell;

/** Reads and writes the ledger's CSV files; strict in what it reads. */
final class LedgerFiles {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
  private static final List<String> CONFIGURATION_COLUMNS = List.of("configuration", "settings");
  private static final List<String> TRIAL_COLUMNS =
      List.of("seed", "cell", "evaluations", "clock_seconds", "wall_seconds", "provenance");
  private static final List<String> TRAINING_COLUMNS =
      List.of(
          "cell",
          "seed",
          "training_accuracy",
          "validation_loss",
          "validation_accuracy",
          "wall_seconds",
          "provenance");
  private static final String FAILED = "failed";
  private static final int CLOCK_DECIMALS = 3;

  /** A search on the table takes less than a millisecond. */
  private static final int WALL_DECIMALS = 6;

  private final Path folder;

  LedgerFiles(Path folder) {
    this.folder = folder;
  }

  SortedMap<String, String> readConfigurations() throws IOException {
    SortedMap<String, String> configurations = new TreeMap<>();
    for (Line line : read(folder.resolve("configurations.csv"), CONFIGURATION_COLUMNS)) {
      configurations.put(line.text("configuration"), line.text("settings"));
    }
    return configurations;
  }

  void writeConfigurations(SortedMap<String, String> configurations) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    configurations.forEach((digest, text) -> lines.add(List.of(digest, text)));
    write(folder.resolve("configurations.csv"), CONFIGURATION_COLUMNS, lines);
  }

  SortedMap<String, Provenance> readProvenances() throws IOException {
    SortedMap<String, Provenance> provenances = new TreeMap<>();
    for (Line line : read(folder.resolve("provenance.csv"), provenanceColumns())) {
      Provenance provenance =
          new Provenance(
              line.text("revision"),
              line.text("version"),
              line.text("data"),
              line.text("engine"),
              line.text("precision"),
              (int) line.wholeNumber("threads"),
              line.text("java"),
              line.text("system"),
              line.text("processor"),
              line.text("libraries"),
              line.text("date"));
      if (!provenance.id().equals(line.text("id"))) {
        throw line.defect("id", "the digest of the line's values, " + provenance.id());
      }
      provenances.put(provenance.id(), provenance);
    }
    return provenances;
  }

  void writeProvenances(SortedMap<String, Provenance> provenances) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    for (Provenance provenance : provenances.values()) {
      List<String> line = new ArrayList<>(List.of(provenance.id()));
      line.addAll(provenance.values());
      lines.add(line);
    }
    write(folder.resolve("provenance.csv"), provenanceColumns(), lines);
  }

  SortedMap<Long, Trial> readTrials(String configuration) throws IOException {
    SortedMap<Long, Trial> trials = new TreeMap<>();
    for (Line line : read(trialFile(configuration), TRIAL_COLUMNS)) {
      Trial trial =
          new Trial(
              line.wholeNumber("seed"),
              line.text("cell").equals(FAILED) ? null : line.cell("cell"),
              (int) line.wholeNumber("evaluations"),
              line.number("clock_seconds"),
              line.number("wall_seconds"),
              line.text("provenance"));
      if (trials.put(trial.seed(), trial) != null) {
        throw line.defect("seed", "a seed that no line above it has");
      }
    }
    return trials;
  }

  void writeTrials(String configuration, SortedMap<Long, Trial> trials) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    for (Trial trial : trials.values()) {
      Cell cell = trial.cell();
      lines.add(
          List.of(
              Long.toString(trial.seed()),
              cell == null ? FAILED : cell.code(),
              Integer.toString(trial.evaluations()),
              seconds(trial.clockSeconds(), CLOCK_DECIMALS),
              seconds(trial.wallSeconds(), WALL_DECIMALS),
              trial.provenance()));
    }
    write(trialFile(configuration), TRIAL_COLUMNS, lines);
  }

  /** The log of a search; empty where there is none. */
  Optional<EpochTable> readEpochs(String configuration, long seed) throws IOException {
    return readTable(epochFile(configuration, seed));
  }

  /** The scores of the fixed random cells; empty where there are none. */
  Optional<EpochTable> readScores(String configuration, long seed) throws IOException {
    return readTable(scoreFile(configuration, seed));
  }

  private static Optional<EpochTable> readTable(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> columns = header(file);
    List<List<String>> lines = new ArrayList<>();
    Map<String, String> end = new LinkedHashMap<>();
    for (Line line : read(file, columns)) {
      for (String column : columns) {
        line.checkLogged(column);
      }
      if (line.text(EpochTable.EPOCH).equals(EpochTable.END)) {
        for (String column : columns.subList(1, columns.size())) {
          if (!line.text(column).isEmpty()) {
            end.put(column, line.text(column));
          }
        }
      } else if (!end.isEmpty()) {
        throw line.defect(EpochTable.EPOCH, "nothing after the line '" + EpochTable.END + "'");
      } else {
        lines.add(line.values());
      }
    }
    return Optional.of(new EpochTable(columns, lines, end));
  }

  void writeEpochs(String configuration, long seed, EpochTable log) throws IOException {
    writeTable(epochFile(configuration, seed), log);
  }

  void writeScores(String configuration, long seed, EpochTable scores) throws IOException {
    writeTable(scoreFile(configuration, seed), scores);
  }

  private static void writeTable(Path file, EpochTable log) throws IOException {
    List<String> columns = new ArrayList<>(log.columns());
    log.end().keySet().stream().filter(name -> !columns.contains(name)).forEach(columns::add);
    List<List<String>> lines = new ArrayList<>();
    for (List<String> line : log.lines()) {
      List<String> padded = new ArrayList<>(line);
      while (padded.size() < columns.size()) {
        padded.add("");
      }
      lines.add(padded);
    }
    if (!log.end().isEmpty()) {
      List<String> last = new ArrayList<>();
      for (String column : columns) {
        last.add(
            column.equals(EpochTable.EPOCH) ? EpochTable.END : log.end().getOrDefault(column, ""));
      }
      lines.add(last);
    }
    write(file, columns, lines);
  }

  private Path epochFile(String configuration, long seed) {
    return folder.resolve("epochs").resolve(configuration).resolve(seed + ".csv");
  }

  private Path scoreFile(String configuration, long seed) {
    return folder.resolve("epochs").resolve(configuration).resolve(seed + "-scores.csv");
  }

  private static List<String> header(Path file) throws IOException {
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
      for (CSVRecord record : parser) {
        if (record.get(0).equals(EpochTable.EPOCH)) {
          return record.toList();
        }
        throw new LedgerFormatException(
            "%s, line 1: expected columns of which the first is '%s', found %s"
                .formatted(file, EpochTable.EPOCH, record.toList()));
      }
    } catch (UncheckedIOException e) {
      throw new LedgerFormatException(file + " is not a CSV file: " + e.getMessage());
    }
    throw new LedgerFormatException(file + " is empty; expected the log of a search");
  }

  List<FinishedTraining> readTrainings(String configuration) throws IOException {
    List<FinishedTraining> trainings = new ArrayList<>();
    for (Line line : read(trainingFile(configuration), TRAINING_COLUMNS)) {
      FinishedTraining training =
          new FinishedTraining(
              line.cell("cell"),
              line.wholeNumber("seed"),
              line.number("training_accuracy"),
              line.number("validation_loss"),
              line.number("validation_accuracy"),
              line.number("wall_seconds"),
              line.text("provenance"));
      if (trainings.stream().anyMatch(training::isOf)) {
        throw line.defect("seed", "a seed that no line above it has for the cell");
      }
      trainings.add(training);
    }
    return trainings;
  }

  void writeTrainings(String configuration, List<FinishedTraining> trainings) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    for (FinishedTraining training : trainings) {
      lines.add(
          List.of(
              training.cell().code(),
              Long.toString(training.seed()),
              Double.toString(training.trainingAccuracy()),
              Double.toString(training.validationLoss()),
              Double.toString(training.validationAccuracy()),
              seconds(training.wallSeconds(), CLOCK_DECIMALS),
              training.provenance()));
    }
    write(trainingFile(configuration), TRAINING_COLUMNS, lines);
  }

  private Path trainingFile(String configuration) {
    return folder.resolve("trainings").resolve(configuration + ".csv");
  }

  private Path trialFile(String configuration) {
    return folder.resolve("trials").resolve(configuration + ".csv");
  }

  private static String seconds(double seconds, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", seconds);
  }

  private static List<String> provenanceColumns() {
    List<String> columns = new ArrayList<>(List.of("id"));
    columns.addAll(Provenance.COLUMNS);
    return columns;
  }

  private static void write(Path file, List<String> columns, List<List<String>> lines)
      throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord(columns);
      printer.printRecords(lines);
    }
    AtomicFiles.write(file, text.toString());
  }

  private static List<Line> read(Path file, List<String> columns) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    boolean header = false;
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
      for (CSVRecord record : parser) {
        long number = parser.getCurrentLineNumber();
        if (!header) {
          header = true;
          if (!record.toList().equals(columns)) {
            throw new LedgerFormatException(
                "%s, line 1: expected the columns %s, found %s"
                    .formatted(file, columns, record.toList()));
          }
        } else if (record.size() != columns.size()) {
          throw new LedgerFormatException(
              "%s, line %d: expected %d values, found %d; is the file cut off?"
                  .formatted(file, number, columns.size(), record.size()));
        } else {
          lines.add(new Line(file, number, columns, record.toList()));
        }
      }
    } catch (UncheckedIOException e) {
      throw new LedgerFormatException(file + " is not a CSV file: " + e.getMessage());
    }
    if (!header) {
      throw new LedgerFormatException(file + " is empty; expected the columns " + columns);
    }
    return lines;
  }

  /** One line of a file, which reads its own values and says what is wrong with them. */
  private record Line(Path file, long number, List<String> columns, List<String> values) {
    String text(String column) {
      return values.get(columns.indexOf(column));
    }

    long wholeNumber(String column) {
      String value = text(column);
      if (!value.matches("\\d{1,9}")) {
        throw defect(column, "a whole number, 0 or more");
      }
      return Long.parseLong(value);
    }

    double number(String column) {
      try {
        double value = Double.parseDouble(text(column));
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        // Said below, together with values that are no finite number.
      }
      throw defect(column, "a finite number");
    }

    Cell cell(String column) {
      String value = text(column);
      if (!value.matches("[0-4]{6}")) {
        throw defect(column, "an op code of six digits 0 to 4, or '" + FAILED + "'");
      }
      return Cell.ofCode(value);
    }

    /** Checks a value of a search's log: an epoch, a cell or a number; only numbers may lack. */
    void checkLogged(String column) {
      String value = text(column);
      if (column.equals(EpochTable.EPOCH)) {
        if (!value.equals(EpochTable.END) && !value.matches("\\d{1,6}")) {
          throw defect(column, "an epoch's number or '" + EpochTable.END + "'");
        }
      } else if (column.equals(EpochTable.CELL)) {
        if (!value.isEmpty()) {
          cell(column);
        }
      } else if (!value.isEmpty()
          && !value.matches("-?(\\d+(\\.\\d+)?([Ee][+-]?\\d+)?|Infinity)")) {
        throw defect(column, "a number or nothing");
      }
    }

    LedgerFormatException defect(String column, String expected) {
      return new LedgerFormatException(
          "%s, line %d, column %s: expected %s, found '%s'. Restore the file from version control,"
                  .formatted(file, number, column, expected, text(column))
              + " or delete it and run its claims again.");
    }
  }
}
