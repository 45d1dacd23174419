package org.dartboard.search.method;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * A kernel density over cells: the mean, over the data, of a product over the edges of the kernel
 * of Aitchison and Aitken (Biometrika 63, 1976), which is 1 - h where the operations agree and h /
 * (c - 1) where they differ.
 *
 * <p>The bandwidth h of an edge follows Scott's normal reference rule on operation codes, 1.06 sd
 * n^(-1 / (4 + 6)), but not less than a minimum. This is what BOHB's published implementation gets
 * from statsmodels, with two traits that are kept because they shape the search: h may exceed 1, so
 * that a kernel is negative where the data are (with codes spread over all five operations h is
 * near 1, and the model turns away from the operations of the good cells); and c counts the
 * operations that the data have on that edge, so that with fewer than all five the density does not
 * sum to 1, and with one it is infinite, or not a number, at all others.
 */
final class AitchisonAitkenDensity {
  private static final double SCOTT = 1.06;
  private static final double EXPONENT = -1.0 / (4 + Edge.COUNT);

  private final int[][] data;
  private final double[] bandwidths = new double[Edge.COUNT];
  private final int[] levels = new int[Edge.COUNT];

  /** The density of at least one cell. */
  AitchisonAitkenDensity(List<Cell> cells, double minBandwidth) {
    data = cells.stream().map(AitchisonAitkenDensity::codes).toArray(int[][]::new);
    for (int edge = 0; edge < Edge.COUNT; edge++) {
      int position = edge;
      int[] column = Arrays.stream(data).mapToInt(row -> row[position]).toArray();
      bandwidths[edge] = Math.max(minBandwidth, normalReference(column));
      levels[edge] = (int) Arrays.stream(column).distinct().count();
    }
  }

  /** Scott's normal reference bandwidth of one of six variables. */
  static double normalReference(int[] codes) {
    double mean = Arrays.stream(codes).average().orElseThrow();
    double variance =
        Arrays.stream(codes).mapToDouble(code -> (code - mean) * (code - mean)).sum()
            / codes.length;
    return SCOTT * Math.sqrt(variance) * Math.pow(codes.length, EXPONENT);
  }

  /** The density at a cell; not always a probability, see above. */
  double at(Cell cell) {
    int[] point = codes(cell);
    double sum = 0;
    for (int[] row : data) {
      double product = 1;
      for (int edge = 0; edge < Edge.COUNT; edge++) {
        product *=
            row[edge] == point[edge]
                ? 1 - bandwidths[edge]
                : bandwidths[edge] / (levels[edge] - 1.0);
      }
      sum += product;
    }
    return sum / data.length;
  }

  /**
   * Draws a cell: one of the data, of which each operation is kept with probability 1 - h and else
   * drawn uniformly from all five.
   */
  Cell draw(UniformRandomProvider random) {
    int[] row = data[random.nextInt(data.length)];
    Operation[] operations = new Operation[Edge.COUNT];
    for (int edge = 0; edge < Edge.COUNT; edge++) {
      boolean kept = random.nextDouble() < 1 - bandwidths[edge];
      operations[edge] = Operation.ofCode(kept ? row[edge] : random.nextInt(Operation.COUNT));
    }
    return Cell.of(operations);
  }

  private static int[] codes(Cell cell) {
    return Edge.all().stream().mapToInt(edge -> cell.operation(edge).code()).toArray();
  }
}
