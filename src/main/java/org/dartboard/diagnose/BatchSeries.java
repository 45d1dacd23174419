package org.dartboard.diagnose;

import java.util.function.IntFunction;
import org.dartboard.data.Batch;

/**
 * Batches to be looked at one after another.
 *
 * @param batches gives batch 0, 1 and so on; may fill the same memory each time
 * @param count how many, at least 1
 */
public record BatchSeries(IntFunction<Batch> batches, int count) {
  public BatchSeries {
    if (count < 1) {
      throw new IllegalArgumentException("a series of " + count + " batches cannot be");
    }
  }
}
