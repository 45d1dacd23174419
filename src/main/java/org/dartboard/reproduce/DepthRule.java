package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.dartboard.space.Cell;
import org.dartboard.space.Operation;

/**
 * Which depth the profile desk takes: the cheapest number N of cells a stage at which plain
 * DARTS-V1 shows its published behaviour.
 *
 * <p>N shows it if the final cell of its search with seed 0 is dominated by skip connections: four
 * or more of six edges. The candidates are tried from the cheapest; where one's search has not
 * ended, nothing is decided yet. Searches with other seeds decide nothing: they come later, from
 * claims, and mostly at the depth that was chosen.
 *
 * @param chosen the depth; empty where none shows it or nothing is decided yet
 * @param decided whether the rule had all that it takes
 * @param sentence the outcome in words
 */
record DepthRule(OptionalInt chosen, boolean decided, String sentence) {
  /** So many skip connections dominate a cell. */
  static final int DOMINATED = 4;

  /** The depths that are tried, cheapest first. */
  static final List<Integer> CANDIDATES = List.of(1, 3, 5);

  /** The rule in words. */
  static final String TEXT =
      "The profile desk takes the cheapest number N of cells a stage, of 1, 3 and 5, at which plain"
          + " DARTS-V1 shows its published behaviour: four or more of the six edges of its final cell"
          + " are skip connections. The search with seed 0 decides; other seeds, which come later"
          + " and mostly at the depth that was chosen, are shown and decide nothing. N is tried from"
          + " 1 upwards, and nothing is decided while the search of a cheaper N has not ended. If no"
          + " N shows it, claims about collapse need a wider network or the profile paper.";

  static boolean shows(Cell found) {
    return found.count(Operation.SKIP_CONNECT) >= DOMINATED;
  }

  /**
   * Applies the rule.
   *
   * @param found final cells of the searches that have ended, by N
   */
  static DepthRule apply(Map<Integer, Cell> found) {
    List<String> reasons = new ArrayList<>();
    for (int depth : CANDIDATES) {
      Cell cell = found.get(depth);
      if (cell == null) {
        reasons.add("The search with N = " + depth + " has not ended, so nothing is decided yet.");
        return new DepthRule(OptionalInt.empty(), false, String.join(" ", reasons));
      }
      reasons.add(
          "With N = %d, the final cell has %d skip connections on its six edges."
              .formatted(depth, cell.count(Operation.SKIP_CONNECT)));
      if (shows(cell)) {
        reasons.add("The profile desk takes N = " + depth + ".");
        return new DepthRule(OptionalInt.of(depth), true, String.join(" ", reasons));
      }
    }
    reasons.add("No N shows the published behaviour at this size.");
    return new DepthRule(OptionalInt.empty(), true, String.join(" ", reasons));
  }
}
