package org.dartboard.run;

import java.io.IOException;
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
import org.dartboard.space.Cell;

/** What each of the ledger's files holds; {@link LedgerCsv} reads and writes their lines. */
final class LedgerFiles {
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
  private static final int CLOCK_DECIMALS = 3;

  /** A search on the table takes less than a millisecond. */
  private static final int WALL_DECIMALS = 6;

  private final Path folder;

  LedgerFiles(Path folder) {
    this.folder = folder;
  }

  SortedMap<String, String> readConfigurations() throws IOException {
    SortedMap<String, String> configurations = new TreeMap<>();
    for (LedgerCsv.Line line :
        LedgerCsv.read(folder.resolve("configurations.csv"), CONFIGURATION_COLUMNS)) {
      configurations.put(line.text("configuration"), line.text("settings"));
    }
    return configurations;
  }

  void writeConfigurations(SortedMap<String, String> configurations) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    configurations.forEach((digest, text) -> lines.add(List.of(digest, text)));
    LedgerCsv.write(folder.resolve("configurations.csv"), CONFIGURATION_COLUMNS, lines);
  }

  SortedMap<String, Provenance> readProvenances() throws IOException {
    SortedMap<String, Provenance> provenances = new TreeMap<>();
    for (LedgerCsv.Line line :
        LedgerCsv.read(folder.resolve("provenance.csv"), provenanceColumns())) {
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
    LedgerCsv.write(folder.resolve("provenance.csv"), provenanceColumns(), lines);
  }

  SortedMap<Long, Trial> readTrials(String configuration) throws IOException {
    SortedMap<Long, Trial> trials = new TreeMap<>();
    for (LedgerCsv.Line line : LedgerCsv.read(trialFile(configuration), TRIAL_COLUMNS)) {
      Trial trial =
          new Trial(
              line.wholeNumber("seed"),
              line.text("cell").equals(LedgerCsv.FAILED) ? null : line.cell("cell"),
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
              cell == null ? LedgerCsv.FAILED : cell.code(),
              Integer.toString(trial.evaluations()),
              seconds(trial.clockSeconds(), CLOCK_DECIMALS),
              seconds(trial.wallSeconds(), WALL_DECIMALS),
              trial.provenance()));
    }
    LedgerCsv.write(trialFile(configuration), TRIAL_COLUMNS, lines);
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
    List<String> columns = LedgerCsv.header(file);
    List<List<String>> lines = new ArrayList<>();
    Map<String, String> end = new LinkedHashMap<>();
    for (LedgerCsv.Line line : LedgerCsv.read(file, columns)) {
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
    LedgerCsv.write(file, columns, lines);
  }

  private Path epochFile(String configuration, long seed) {
    return folder.resolve("epochs").resolve(configuration).resolve(seed + ".csv");
  }

  private Path scoreFile(String configuration, long seed) {
    return folder.resolve("epochs").resolve(configuration).resolve(seed + "-scores.csv");
  }

  List<FinishedTraining> readTrainings(String configuration) throws IOException {
    List<FinishedTraining> trainings = new ArrayList<>();
    for (LedgerCsv.Line line : LedgerCsv.read(trainingFile(configuration), TRAINING_COLUMNS)) {
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
    LedgerCsv.write(trainingFile(configuration), TRAINING_COLUMNS, lines);
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
}
