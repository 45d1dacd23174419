package org.dartboard.search.method;

import java.util.ArrayList;
import java.util.List;

/**
 * Hyperband's brackets of successive halving (Li et al., ICLR 2017, algorithm 1, table 1).
 *
 * <p>Budgets are the largest one divided by powers of eta, down to the smallest allowed; they are
 * numbered from 0, the smallest. Iterations go through the brackets again and again, the one that
 * starts at the smallest budget first. With R the number of budgets, the bracket of s + 1 rungs
 * starts with floor(R / (s + 1)) eta^s cells.
 *
 * @param eta of how many cells one goes on to the next rung
 * @param budgets how many budgets there are
 */
record HyperbandSchedule(int eta, int budgets) {

  /**
   * One rung of a bracket.
   *
   * @param budget the number of its budget, 0 the smallest
   * @param cells how many cells it evaluates
   */
  record Rung(int budget, int cells) {}

  /** The schedule whose budgets lie within bounds; the largest budget is always one of them. */
  static HyperbandSchedule between(double smallest, double largest, int eta) {
    int budgets = 1;
    for (double budget = largest / eta; budget >= smallest * (1 - 1e-9); budget /= eta) {
      budgets++;
    }
    return new HyperbandSchedule(eta, budgets);
  }

  /** The rungs of an iteration's bracket, counted from iteration 0. */
  List<Rung> bracket(int iteration) {
    int halvings = budgets - 1 - iteration % budgets;
    int cells = budgets / (halvings + 1) * power(halvings);
    List<Rung> rungs = new ArrayList<>();
    for (int budget = budgets - 1 - halvings; budget < budgets; budget++) {
      rungs.add(new Rung(budget, cells));
      cells = Math.max(1, cells / eta);
    }
    return rungs;
  }

  private int power(int exponent) {
    int power = 1;
    for (int i = 0; i < exponent; i++) {
      power = Math.multiplyExact(power, eta);
    }
    return power;
  }
}
