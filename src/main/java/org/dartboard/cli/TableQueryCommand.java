package org.dartboard.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dartboard.table.AbsentDataException;
import org.dartboard.table.AccuracyColumn;
import org.dartboard.table.AccuracyKey;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TablePart;
import org.dartboard.table.Trial;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dartboard table query}: one accuracy of one architecture. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = {
      "Prints one accuracy of one architecture, in percent: the mean over its trainings and, where"
          + " the table has them, the figures by seed."
    })
final class TableQueryCommand implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  private ArchitectureOption architecture = new ArchitectureOption();

  @Mixin private ColumnOptions column = new ColumnOptions();

  @Option(
      names = "--trial",
      paramLabel = "SEED",
      description = "Show this seed alone, or 'mean' for none. Default: every seed there is.")
  private @Nullable String trial;

  @Mixin private TableAccess tables = new TableAccess();

  @Mixin private Output output = new Output(OutputFormat.TEXT);

  @Override
  public Integer call() {
    AccuracyKey key = column.key();
    Nb201Table table =
        tables.load(Set.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES, TablePart.SEEDS));
    int index = architecture.in(table);
    AccuracyColumn accuracies = table.column(key);
    Map<String, Double> trials = trials(accuracies, index);
    Listing listing =
        output.format() == OutputFormat.CSV
            ? withTrialColumns(table, index, accuracies, trials)
            : asObject(table, index, accuracies, trials);
    output.printOne(TableAccess.marked(listing, table));
    return ExitCode.DONE;
  }

  private Map<String, Double> trials(AccuracyColumn accuracies, int index) {
    Map<String, Double> trials = new LinkedHashMap<>();
    if (trial != null) {
      if (Trial.parse(trial) instanceof Trial.Seed seed) {
        trials.put(Integer.toString(seed.number()), accuracies.get(index, seed));
      }
    } else {
      figuresBySeed(accuracies, index)
          .forEach((seed, value) -> trials.put(Integer.toString(seed), value));
    }
    return trials;
  }

  /** Empty where the table has none, or where the folder lacks the file or its columns. */
  private static Map<Integer, Double> figuresBySeed(AccuracyColumn accuracies, int index) {
    try {
      return accuracies.trials(index);
    } catch (AbsentDataException e) {
      return Map.of();
    }
  }

  private static Listing asObject(
      Nb201Table table, int index, AccuracyColumn accuracies, Map<String, Double> trials) {
    Listing listing = new Listing("index", "arch", "dataset", "split", "epochs", "mean", "trials");
    listing.add(
        index,
        table.cell(index).toString(),
        accuracies.key().dataset().label(),
        accuracies.key().split().label(),
        accuracies.key().epochs().count(),
        accuracies.get(index),
        trials);
    return listing;
  }

  /** CSV has no objects: one line a trial, the mean first. */
  private static Listing withTrialColumns(
      Nb201Table table, int index, AccuracyColumn accuracies, Map<String, Double> trials) {
    Map<String, Double> lines = new LinkedHashMap<>();
    lines.put("mean", accuracies.get(index));
    lines.putAll(trials);
    Listing listing =
        new Listing("index", "arch", "dataset", "split", "epochs", "trial", "accuracy");
    lines.forEach(
        (name, value) ->
            listing.add(
                index,
                table.cell(index).toString(),
                accuracies.key().dataset().label(),
                accuracies.key().split().label(),
                accuracies.key().epochs().count(),
                name,
                value));
    return listing;
  }
}
