package org.dartboard.diagnose;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.dartboard.data.Batch;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.OperationMode;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * Scores of cells by a supernet: the accuracy of each cell's own sub-network with the shared
 * weights.
 *
 * <p>Batch norm uses the statistics of each batch, because the running ones belong to whatever the
 * supernet was trained as. All cells see the same images, so that their scores differ by nothing
 * but the cells.
 */
public final class CellScores {
  private CellScores() {}

  /** Whether a network has every operation of a cell; {@code none} can be had of any. */
  public static boolean canScore(SupernetSpec spec, Cell cell) {
    return Edge.all().stream()
        .allMatch(
            edge -> cell.operation(edge) == Operation.NONE || spec.has(edge, cell.operation(edge)));
  }

  /**
   * Scores cells.
   *
   * @param shared the weights; nothing of it is changed
   * @param cells whose operations the network has, see {@link #canScore}
   * @param images that are classified
   * @param output room for results, large enough for each batch
   * @return the share of the images that are classified rightly, in percent, by cell
   */
  public static double[] of(
      Supernet supernet,
      SupernetInput shared,
      List<Cell> cells,
      BatchSeries images,
      SupernetOutput output) {
    SupernetInput input = new SupernetInput(supernet.spec(), shared.weights(), shared.state());
    int[] correct = new int[cells.size()];
    int seen = 0;
    for (int i = 0; i < images.count(); i++) {
      Batch batch = images.batches().apply(i);
      seen += batch.size();
      for (int cell = 0; cell < correct.length; cell++) {
        select(cells.get(cell), supernet.spec(), input);
        supernet.evaluate(input, Knobs.TRAINING, batch, Set.of(), output);
        correct[cell] += output.correct(batch);
      }
    }
    double percent = 100.0 / seen;
    return Arrays.stream(correct).mapToDouble(right -> right * percent).toArray();
  }

  /**
   * Leaves one operation on each edge of every cell, with weight 1; nothing where it is a {@code
   * none} that the network has not.
   */
  static void select(Cell cell, SupernetSpec spec, SupernetInput input) {
    for (int index = 0; index < input.modes().length; index++) {
      Edge edge = Edge.at(index / Operation.COUNT % Edge.COUNT);
      Operation operation = Operation.ofCode(index % Operation.COUNT);
      boolean stays = cell.operation(edge) == operation && spec.has(edge, operation);
      input.operationWeights()[index] = stays ? 1 : 0;
      input.modes()[index] = stays ? OperationMode.ACTIVE : OperationMode.OFF;
    }
  }
}
