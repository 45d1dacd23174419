package org.dartboard.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dartboard.space.Edge;

/**
 * Makes of a search's log what the ledger keeps: numbers of six significant digits, no column that
 * follows from the others, and about a hundred epochs at most.
 *
 * <p>Left out are the learning rate (the settings say it), the number of skip connections (the cell
 * says it), p where it is the softmax of alpha, q where it is 1 and columns without a value. Of a
 * longer log, every second, third, ... epoch up to the last is kept, the first, and those after
 * which random cells were scored, since scores are joined to the log by their epoch.
 */
final class CondensedLog {
  private static final int MOST_EPOCHS = 100;
  private static final int MOST_SCORES = 5;
  private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
  private static final MathContext SCORE_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final double AGREEMENT = 1e-9;
  private static final Set<String> DERIVED = Set.of("learning_rate", "skips");
  private static final Set<String> AS_THEY_ARE = Set.of(EpochTable.EPOCH, "stage", EpochTable.CELL);

  private CondensedLog() {}

  /**
   * The ledger's form of a log.
   *
   * @param columns the log's columns
   * @param lines its lines, as many values each
   * @param end the method's own numbers at the end
   * @param scored the epochs whose scores are kept
   */
  static EpochTable of(
      List<String> columns,
      List<List<String>> lines,
      Map<String, Double> end,
      Collection<Integer> scored) {
    EpochTable whole = new EpochTable(columns, lines, Map.of());
    Set<String> left = new LinkedHashSet<>(columns);
    left.removeAll(DERIVED);
    left.removeIf(column -> whole.texts(column).stream().allMatch(String::isEmpty));
    if (followsFromAlpha(whole)) {
      left.removeAll(SearchColumns.names("p_"));
    }
    List<String> edgeWeights =
        Edge.all().stream().map(edge -> SearchColumns.edgeName("q_", edge)).toList();
    if (edgeWeights.stream()
        .flatMap(column -> whole.texts(column).stream())
        .allMatch(text -> text.isEmpty() || Double.parseDouble(text) == 1)) {
      left.removeAll(edgeWeights);
    }
    List<List<String>> kept = new ArrayList<>();
    int stride = (lines.size() + MOST_EPOCHS - 1) / MOST_EPOCHS;
    List<Integer> epochs = whole.epochs();
    for (int line = 0; line < lines.size(); line++) {
      if (line == 0
          || (lines.size() - 1 - line) % stride == 0
          || scored.contains(epochs.get(line))) {
        kept.add(line(columns, lines.get(line), left));
      }
    }
    Map<String, String> numbers = new LinkedHashMap<>();
    end.forEach(
        (name, value) -> {
          if (!Double.isNaN(value)) {
            numbers.put(name, rounded(Double.toString(value)));
          }
        });
    return new EpochTable(List.copyOf(left), kept, numbers);
  }

  /**
   * The ledger's form of the scores of the fixed random cells: at most five epochs, the last among
   * them, and four digits, of which the number of scored images fills three.
   */
  static EpochTable scores(List<String> columns, List<List<String>> lines) {
    List<List<String>> kept = new ArrayList<>();
    int stride = (lines.size() + MOST_SCORES - 1) / MOST_SCORES;
    for (int line = 0; line < lines.size(); line++) {
      if ((lines.size() - 1 - line) % stride == 0) {
        List<String> values = lines.get(line);
        List<String> rounded = new ArrayList<>(values.subList(0, 2));
        values
            .subList(2, values.size())
            .forEach(value -> rounded.add(rounded(value, SCORE_DIGITS)));
        kept.add(rounded);
      }
    }
    return new EpochTable(columns, kept, Map.of());
  }

  private static boolean followsFromAlpha(EpochTable log) {
    List<double[]> alpha = log.alpha();
    List<double[]> p = log.operationWeights();
    for (int line = 0; line < alpha.size(); line++) {
      double[] softmax = SearchColumns.softmax(alpha.get(line));
      for (int i = 0; i < softmax.length; i++) {
        // NaN, as where a method has no alpha, is no agreement.
        if (!(Math.abs(softmax[i] - p.get(line)[i]) <= AGREEMENT)) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<String> line(List<String> columns, List<String> values, Set<String> left) {
    List<String> line = new ArrayList<>();
    for (String column : left) {
      String value = values.get(columns.indexOf(column));
      line.add(AS_THEY_ARE.contains(column) ? value : rounded(value));
    }
    return line;
  }

  /** Six significant digits; what is not a finite number stays as it is. */
  static String rounded(String text) {
    return rounded(text, DIGITS);
  }

  private static String rounded(String text, MathContext digits) {
    try {
      BigDecimal value = new BigDecimal(text).round(digits).stripTrailingZeros();
      String plain = value.toPlainString();
      String scientific = value.toString();
      return plain.length() <= scientific.length() ? plain : scientific;
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
