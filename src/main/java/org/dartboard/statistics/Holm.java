package org.dartboard.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction for several tests (Scandinavian Journal of Statistics 6, 1979): the
 * probability of one false rejection or more stays below the level, whatever the dependence.
 */
public final class Holm {
  private Holm() {}

  /**
   * The adjusted p-values in the order of the given ones; an adjusted p-value up to the level
   * rejects. No p-values give none back.
   *
   * @param p p-values, each 0 to 1
   */
  public static double[] adjust(double... p) {
    for (double value : p) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("p-value " + value + " is not 0 to 1");
      }
    }
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] adjusted = new double[p.length];
    double largest = 0;
    for (int rank = 0; rank < order.length; rank++) {
      largest = Math.max(largest, Math.min(1, (p.length - rank) * p[order[rank]]));
      adjusted[order[rank]] = largest;
    }
    return adjusted;
  }
}
