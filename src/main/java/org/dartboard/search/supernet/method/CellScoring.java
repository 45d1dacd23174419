package org.dartboard.search.supernet.method;

import java.util.EnumSet;
import java.util.List;
import org.dartboard.data.Batch;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.OperationMode;
import org.dartboard.engine.Want;
import org.dartboard.search.HyperParameter;
import org.dartboard.search.HyperParameters;
import org.dartboard.search.supernet.SearchBatches;
import org.dartboard.search.supernet.SearchNetwork;
import org.dartboard.space.Cell;

/**
 * Scores cells as the benchmark's weight-sharing searches do: the accuracy of the cell's own
 * sub-network with the shared weights, in evaluation mode, on one mini-batch of validation images,
 * a fresh one for each cell.
 *
 * <p>Images are evaluated in batches of the size that the network was made for. Where batch norm
 * keeps no running statistics those batches' statistics are used, while the benchmark's code uses
 * those of the whole mini-batch.
 */
final class CellScoring {
  static final HyperParameter CANDIDATES =
      HyperParameter.whole("candidates", 100, 1, 15_625, "cells that are scored at the end");
  static final HyperParameter IMAGES =
      HyperParameter.whole("scoringImages", 512, 1, 25_000, "images that a cell is scored on");

  private final SearchNetwork network;
  private final SearchBatches batches;
  private final int batchesPerCell;

  CellScoring(SearchNetwork network, SearchBatches batches, HyperParameters values) {
    this.network = network;
    this.batches = batches;
    this.batchesPerCell = (values.whole(IMAGES) + network.batchSize() - 1) / network.batchSize();
  }

  /** The cell with the highest accuracy, the first of equals. */
  Cell best(List<Cell> cells) {
    Cell best = cells.get(0);
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < cells.size(); i++) {
      double accuracy = accuracy(cells.get(i), (long) i * batchesPerCell);
      if (accuracy > highest) {
        highest = accuracy;
        best = cells.get(i);
      }
    }
    return best;
  }

  /** The share of images that are classified rightly, from a batch on. */
  private double accuracy(Cell cell, long firstBatch) {
    network.select(cell, OperationMode.OFF);
    int correct = 0;
    int images = 0;
    for (int i = 0; i < batchesPerCell; i++) {
      Batch batch = batches.scoring(firstBatch + i);
      correct +=
          network
              .evaluate(Knobs.EVALUATION, batch, EnumSet.noneOf(Want.class), network.spare())
              .correct();
      images += batch.size();
    }
    return (double) correct / images;
  }
}
