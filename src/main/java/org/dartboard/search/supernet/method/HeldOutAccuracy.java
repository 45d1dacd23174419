package org.dartboard.search.supernet.method;

import java.nio.FloatBuffer;
import java.util.EnumSet;
import java.util.Set;
import org.dartboard.data.Batch;
import org.dartboard.descent.BatchScore;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.FlatVectors;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.Want;
import org.dartboard.search.supernet.SearchBatches;
import org.dartboard.search.supernet.SearchNetwork;

/**
 * The accuracy of a network, as it is arranged, on images that the search never sees.
 *
 * <p>Running statistics are estimated anew for the arrangement first, and put back afterwards:
 * those of the search belong to other weights of operations.
 */
final class HeldOutAccuracy {
  private static final Set<Want> STATE = EnumSet.of(Want.STATE);

  private final SearchNetwork network;
  private final SearchBatches batches;
  private final int statisticsBatches;

  /**
   * @param statisticsBatches validation batches that the running statistics are taken from
   */
  HeldOutAccuracy(SearchNetwork network, SearchBatches batches, int statisticsBatches) {
    this.network = network;
    this.batches = batches;
    this.statisticsBatches = statisticsBatches;
  }

  /** The share of images that are classified rightly, in percent. */
  double percent() {
    FloatBuffer state = network.input().state();
    FloatBuffer kept = FlatBuffers.allocate(state.capacity());
    FlatVectors.copy(state, kept);
    for (int i = 0; i < statisticsBatches; i++) {
      network.evaluate(Knobs.TRAINING, batches.scoring(i), STATE);
    }
    long correct = 0;
    long images = 0;
    for (int i = 0; i < batches.heldOutBatches(); i++) {
      Batch batch = batches.heldOut(i);
      BatchScore score =
          network.evaluate(Knobs.EVALUATION, batch, EnumSet.noneOf(Want.class), network.spare());
      correct += score.correct();
      images += score.images();
    }
    FlatVectors.copy(kept, state);
    return 100.0 * correct / images;
  }
}
