package org.dartboard.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dartboard.claim.Profile;
import org.dartboard.data.ImageSource;
import org.dartboard.engine.Precision;
import org.dartboard.report.curves.SearchCharts;
import org.dartboard.report.curves.SearchSheet;
import org.dartboard.report.data.Study;
import org.dartboard.run.Configuration;
import org.dartboard.run.EpochTable;
import org.dartboard.run.Ledger;
import org.dartboard.run.Trial;
import org.dartboard.search.supernet.Setting;
import org.dartboard.space.Cell;
import org.dartboard.space.Operation;
import org.dartboard.table.AccuracyColumn;
import org.dartboard.table.Dataset;
import org.dartboard.table.Epochs;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.Split;

/**
 * The pilot that chooses the depth of the profile desk: what plain DARTS-V1 did with 1, 3 and 5
 * cells a stage, from the ledger, and what {@link DepthRule} makes of it.
 */
final class DepthPilot {
  private static final String METHOD = "darts-v1";
  private static final long DECIDING_SEED = 0;
  private static final List<String> COLUMNS =
      List.of(
          "cells a stage",
          "seed",
          "final cell",
          "skip connections",
          "skips dominate from epoch",
          "CIFAR-10 test, %",
          "regret, points");

  private final Nb201Table table;
  private final AccuracyColumn accuracy;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<SearchSheet> sheets = new ArrayList<>();
  private final Map<Integer, Cell> found = new TreeMap<>();

  private DepthPilot(Nb201Table table) {
    this.table = table;
    this.accuracy = table.column(Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED);
  }

  /**
   * The pilot's page.
   *
   * @param table with architectures and accuracies
   * @return empty where the ledger has no run of the pilot
   */
  static Optional<Study> study(Ledger ledger, Nb201Table table) throws IOException {
    DepthPilot pilot = new DepthPilot(table);
    for (int depth : DepthRule.CANDIDATES) {
      Configuration configuration = configuration(depth);
      for (Trial trial : ledger.trials(configuration).values()) {
        Cell cell = trial.cell();
        if (cell != null) {
          pilot.add(
              depth,
              trial.seed(),
              cell,
              ledger.epochs(configuration, trial.seed()),
              ledger.scores(configuration, trial.seed()));
        }
      }
    }
    return pilot.rows.isEmpty() ? Optional.empty() : Optional.of(pilot.study());
  }

  /** By what the ledger knows a depth's searches. */
  static Configuration configuration(int depth) {
    return SearchArms.configuration(
        METHOD, Map.of(Setting.CELLS.label(), (double) depth), Profile.DESK, Precision.FP32);
  }

  private void add(int depth, long seed, Cell cell, Optional<EpochTable> log, EpochTable scores)
      throws IOException {
    if (seed == DECIDING_SEED) {
      found.put(depth, cell);
    }
    int index = table.index(cell);
    rows.add(
        List.of(
            Integer.toString(depth),
            Long.toString(seed),
            cell.toString(),
            Integer.toString(cell.count(Operation.SKIP_CONNECT)),
            log.map(DepthPilot::dominatedFrom).orElse(""),
            String.format(Locale.ROOT, "%.2f", accuracy.get(index)),
            String.format(
                Locale.ROOT, "%.2f", accuracy.get(accuracy.best()) - accuracy.get(index))));
    if (log.isPresent()) {
      String curves =
          SearchCurves.join(csv(log.get()), Optional.of(csv(scores)), table, ImageSource.CIFAR_10);
      sheets.add(SearchSheet.parse("N = " + depth, curves, "the log of seed " + seed));
    }
  }

  /** The first epoch from which on the current cell is dominated by skip connections to the end. */
  static String dominatedFrom(EpochTable log) {
    List<Optional<Cell>> cells = log.cells();
    int from = cells.size();
    while (from > 0 && cells.get(from - 1).filter(DepthRule::shows).isPresent()) {
      from--;
    }
    return from == cells.size() ? "never" : Integer.toString(log.epochs().get(from));
  }

  private static String csv(EpochTable log) throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
      printer.printRecord(log.columns());
      printer.printRecords(log.lines());
    }
    return text.toString();
  }

  private Study study() {
    return new Study(
        "depth-pilot",
        "How deep the supernet of the profile desk is",
        "The profile desk shrinks the benchmark's supernet to 8 channels on halved images. It tests"
            + " mechanisms, so it must be deep enough for plain DARTS-V1 to collapse as published"
            + " (all six edges skip connections, 54.30 % on CIFAR-10's test images). This page shows"
            + " what it does with N cells in each of the three stages, 50 epochs each; lines are"
            + " means over seeds, bands go from the lowest to the highest.",
        DepthRule.TEXT,
        DepthRule.apply(found).sentence(),
        "scripts/dartboard search --method darts-v1 --profile desk --set cells=N --seed 0 --record",
        COLUMNS,
        rows,
        SearchCharts.all(sheets),
        table.source().warning());
  }
}
