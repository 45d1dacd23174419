package org.dartboard.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.dartboard.space.Cell;
import org.dartboard.space.FunctionalForm;
import org.dartboard.space.Operation;
import org.dartboard.statistics.Correlation;
import org.dartboard.table.AccuracyKey;
import org.dartboard.table.Dataset;
import org.dartboard.table.EmbeddedFigures;
import org.dartboard.table.EmbeddedTable;
import org.dartboard.table.Epochs;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.Split;

/**
 * What the embedded table is like: spread, best cells, noise between seeds, skip-only cells; and,
 * where NAS-Bench-201 is there, rank correlation with it and its own skip-only cells.
 *
 * <p>Spread and correlations are over all 15,625 cells, noise over the functions that were trained.
 */
public final class EmbeddedStatistics {
  /** The width of a bin of {@link #histogram} in percent. */
  public static final int BIN = 4;

  private static final int BINS = 100 / BIN;

  private final EmbeddedTable embedded;
  private final Nb201Table table;
  private final List<Cell> trained;

  /** Statistics of a table. */
  public EmbeddedStatistics(EmbeddedTable embedded) {
    this.embedded = embedded;
    this.table = embedded.standIn();
    Map<FunctionalForm, Cell> functions = new LinkedHashMap<>();
    embedded
        .classes()
        .representatives()
        .forEach(cell -> functions.putIfAbsent(FunctionalForm.of(cell), cell));
    this.trained = List.copyOf(functions.values());
  }

  /** The figures of the table alone, by name; a name says what and in which unit. */
  public Map<String, String> ofTheTable() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("seeds", Integer.toString(embedded.seeds().size()));
    facts.put("isomorphism classes", count(embedded.classes().representatives().size()));
    facts.put("functions trained for each seed", count(trained.size()));
    for (AccuracyKey key : keys()) {
      double[] values = values(table, key);
      Arrays.sort(values);
      facts.put(name(key) + ", mean %", text(Arrays.stream(values).average().orElse(0)));
      facts.put(name(key) + ", standard deviation", text(deviation(values)));
      facts.put(
          name(key) + ", least, quartiles, most %",
          IntStream.rangeClosed(0, 4)
              .mapToObj(quarter -> text(values[quarter * (values.length - 1) / 4]))
              .reduce((left, right) -> left + ", " + right)
              .orElse(""));
    }
    addNoise(facts);
    Cell byValidation =
        table.cell(table.best(Dataset.CIFAR10_VALID, Split.VALID, Epochs.TWO_HUNDRED));
    facts.put("best cell on the validation images", byValidation.toString());
    facts.put("its validation accuracy %", text(accuracy(byValidation, atTheEnd(Split.VALID))));
    facts.put("its test accuracy %", text(accuracy(byValidation, atTheEnd(Split.TEST))));
    SkipCells skips = SkipCells.of(table, atTheEnd(Split.TEST));
    facts.put("skip-only cells that pass something on", count(skips.cells()));
    addSkips(facts, "", skips);
    facts.put(
        "all-3x3 cell, test accuracy %",
        text(accuracy(Cell.uniform(Operation.NOR_CONV_3X3), atTheEnd(Split.TEST))));
    return facts;
  }

  /** Rank correlations with the published table, and its skip-only cells, by name. */
  public Map<String, String> against(Nb201Table published) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (AccuracyKey key : keys()) {
      double[] own = new double[Cell.COUNT];
      double[] theirs = new double[Cell.COUNT];
      for (int ordinal = 0; ordinal < Cell.COUNT; ordinal++) {
        Cell cell = new Cell(ordinal);
        own[ordinal] = accuracy(cell, key);
        theirs[ordinal] = published.column(key).get(published.index(cell));
      }
      double[] sorted = theirs.clone();
      Arrays.sort(sorted);
      double median = sorted[sorted.length / 2];
      facts.put("Spearman, " + key, text(Correlation.spearman(own, theirs)));
      facts.put("Kendall, " + key, text(Correlation.kendall(own, theirs)));
      facts.put(
          "Spearman, better half there, " + key,
          text(among(own, theirs, ordinal -> theirs[ordinal] >= median)));
      addSkips(facts, "NAS-Bench-201, " + key + ": ", SkipCells.of(published, key));
    }
    return facts;
  }

  private static void addSkips(Map<String, String> facts, String table, SkipCells skips) {
    facts.put(table + "skip-only cells, mean accuracy %", text(skips.mean()));
    facts.put(
        table + "share of skip-only cells below the median of all %",
        text(100 * skips.belowMedian()));
    facts.put(
        table + "share of skip-only cells in the lowest quarter %",
        text(100 * skips.inLowestQuarter()));
    facts.put(table + "all-skip cell, accuracy %", text(skips.allSkip()));
    facts.put(table + "share of all cells below the all-skip cell %", text(100 * skips.below()));
  }

  /** How many cells have a test accuracy at the end from each multiple of 4 % on. */
  public List<Integer> histogram() {
    int[] bins = new int[BINS];
    for (double value : values(table, atTheEnd(Split.TEST))) {
      bins[Math.min(BINS - 1, (int) (value / BIN))]++;
    }
    return Arrays.stream(bins).boxed().toList();
  }

  private void addNoise(Map<String, String> facts) {
    if (embedded.seeds().size() < 2) {
      return;
    }
    addNoise(facts, "short test", EmbeddedFigures::shortTest);
    addNoise(facts, "validation", EmbeddedFigures::validation);
    addNoise(facts, "test", EmbeddedFigures::test);
  }

  private void addNoise(
      Map<String, String> facts, String name, ToDoubleFunction<EmbeddedFigures> figure) {
    List<Double> deviations = new ArrayList<>();
    for (Cell cell : trained) {
      deviations.add(deviation(figures(cell, figure)));
    }
    double squares = deviations.stream().mapToDouble(each -> each * each).average().orElse(0);
    facts.put(name + ", deviation between seeds, root mean square", text(Math.sqrt(squares)));
    facts.put(
        name + ", deviation between seeds, median",
        text(deviations.stream().sorted().toList().get(deviations.size() / 2)));
    double[] first = trained.stream().mapToDouble(cell -> figures(cell, figure)[0]).toArray();
    double[] second = trained.stream().mapToDouble(cell -> figures(cell, figure)[1]).toArray();
    facts.put(name + ", Spearman of seeds 0 and 1", text(Correlation.spearman(first, second)));
  }

  private double[] figures(Cell cell, ToDoubleFunction<EmbeddedFigures> figure) {
    return embedded.seeds().stream()
        .mapToDouble(seed -> figure.applyAsDouble(seed.figures().get(cell)))
        .toArray();
  }

  private static OptionalDouble among(double[] x, double[] y, IntPredicate chosen) {
    int[] positions = IntStream.range(0, x.length).filter(chosen).toArray();
    return Correlation.spearman(
        Arrays.stream(positions).mapToDouble(position -> x[position]).toArray(),
        Arrays.stream(positions).mapToDouble(position -> y[position]).toArray());
  }

  private static List<AccuracyKey> keys() {
    return List.of(
        new AccuracyKey(Dataset.CIFAR10_VALID, Split.VALID, Epochs.TWELVE),
        new AccuracyKey(Dataset.CIFAR10, Split.TEST, Epochs.TWELVE),
        atTheEnd(Split.VALID),
        atTheEnd(Split.TEST));
  }

  private static AccuracyKey atTheEnd(Split split) {
    return new AccuracyKey(
        split == Split.VALID ? Dataset.CIFAR10_VALID : Dataset.CIFAR10, split, Epochs.TWO_HUNDRED);
  }

  private static String name(AccuracyKey key) {
    return (key.epochs() == Epochs.TWELVE ? "short " : "")
        + (key.split() == Split.VALID ? "validation" : "test");
  }

  private double accuracy(Cell cell, AccuracyKey key) {
    return table.column(key).get(table.index(cell));
  }

  /** The accuracies of all cells, by index. */
  static double[] values(Nb201Table table, AccuracyKey key) {
    return IntStream.range(0, Nb201Table.SIZE)
        .mapToDouble(index -> table.column(key).get(index))
        .toArray();
  }

  private static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / Math.max(1, values.length - 1));
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "";
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String count(int value) {
    return Integer.toString(value);
  }
}
