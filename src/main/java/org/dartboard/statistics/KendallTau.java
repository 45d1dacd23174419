package org.dartboard.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Kendall's tau-b in n log n steps: after sorting by x, the discordant pairs are the exchanges that
 * a merge sort by y makes (Knight, Journal of the American Statistical Association 61, 1966).
 */
final class KendallTau {
  private final double[] x;
  private final double[] y;

  /** Takes pairs that are finite and constant in neither x nor y. */
  KendallTau(double[] x, double[] y) {
    int[] order =
        IntStream.range(0, x.length)
            .boxed()
            // Adding zero makes minus zero equal to zero.
            .sorted(
                Comparator.<Integer>comparingDouble(i -> x[i] + 0.0)
                    .thenComparingDouble(i -> y[i] + 0.0))
            .mapToInt(i -> i)
            .toArray();
    this.x = IntStream.of(order).mapToDouble(i -> x[i]).toArray();
    this.y = IntStream.of(order).mapToDouble(i -> y[i]).toArray();
  }

  double tauB() {
    long pairs = pairs(x.length);
    long tiedX = 0;
    long tiedBoth = 0;
    long runX = 0;
    long runBoth = 0;
    for (int i = 0; i < x.length; i++) {
      boolean sameX = i > 0 && x[i] == x[i - 1];
      runX = sameX ? runX + 1 : 0;
      runBoth = sameX && y[i] == y[i - 1] ? runBoth + 1 : 0;
      tiedX += runX;
      tiedBoth += runBoth;
    }
    double[] sorted = y.clone();
    long discordant = exchanges(sorted, new double[sorted.length], 0, sorted.length);
    long tiedY = 0;
    long runY = 0;
    for (int i = 1; i < sorted.length; i++) {
      runY = sorted[i] == sorted[i - 1] ? runY + 1 : 0;
      tiedY += runY;
    }
    long concordantMinusDiscordant = pairs - tiedX - tiedY + tiedBoth - 2 * discordant;
    return concordantMinusDiscordant
        / (Math.sqrt((double) (pairs - tiedX)) * Math.sqrt((double) (pairs - tiedY)));
  }

  private static long pairs(long count) {
    return count * (count - 1) / 2;
  }

  /** Sorts a part and counts how many pairs of it stood in the wrong order. */
  private static long exchanges(double[] values, double[] buffer, int from, int to) {
    if (to - from < 2) {
      return 0;
    }
    int middle = (from + to) >>> 1;
    long count = exchanges(values, buffer, from, middle) + exchanges(values, buffer, middle, to);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      if (right == to || (left < middle && values[left] <= values[right])) {
        buffer[i] = values[left++];
      } else {
        buffer[i] = values[right++];
        count += middle - left;
      }
    }
    System.arraycopy(buffer, from, values, from, to - from);
    return count;
  }
}
