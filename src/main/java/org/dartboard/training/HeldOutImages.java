package org.dartboard.training;

import java.nio.FloatBuffer;
import java.util.Set;
import org.dartboard.data.Batch;
import org.dartboard.data.BatchMaker;
import org.dartboard.data.DataPosition;
import org.dartboard.data.ImageSet;
import org.dartboard.descent.Logits;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;

/**
 * Evaluates a network on held-out images.
 *
 * <p>With running statistics an image's logits do not depend on the other images of its batch. So a
 * short last batch is filled up with its first image, which is not counted: engines keep memory for
 * each batch size, and the training has use for all that they keep.
 */
final class HeldOutImages {
  private final BatchMaker batches;
  private final int classes;

  HeldOutImages(BatchMaker batches, int classes) {
    this.batches = batches;
    this.classes = classes;
  }

  /**
   * Mean loss and accuracy.
   *
   * @param batch memory for a batch of the usual size
   * @param output memory for logits
   */
  Score score(Supernet supernet, SupernetInput input, Batch batch, SupernetOutput output) {
    double loss = 0;
    long correct = 0;
    long images = 0;
    for (int number = 0; number < batches.batchesPerEpoch(); number++) {
      batches.make(new DataPosition(0, number), batch);
      int size = batch.size();
      fillUp(batch);
      supernet.evaluate(input, Knobs.EVALUATION, batch, Set.of(), output);
      for (int image = 0; image < size; image++) {
        int label = batch.labels()[image];
        int first = image * classes;
        loss += Logits.crossEntropy(output.logits(), first, classes, label);
      }
      batch.setSize(size);
      correct += output.correct(batch);
      images += size;
    }
    return new Score(loss / images, 100.0 * correct / images);
  }

  private void fillUp(Batch batch) {
    int values = ImageSet.CHANNELS * batch.side() * batch.side();
    FloatBuffer images = batch.images();
    for (int slot = batch.size(); slot < batches.batchSize(); slot++) {
      images.put(slot * values, images, 0, values);
      batch.labels()[slot] = batch.labels()[0];
    }
    batch.setSize(batches.batchSize());
  }
}
