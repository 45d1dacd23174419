package org.dartboard.data;

/**
 * A place in the endless sequence of batches. It is all that a checkpoint must keep of the data.
 *
 * @param epoch from 0
 * @param batch within the epoch, from 0
 */
public record DataPosition(int epoch, int batch) {
  /** The first batch of the first epoch. */
  public static final DataPosition START = new DataPosition(0, 0);

  public DataPosition {
    if (epoch < 0 || batch < 0) {
      throw new IllegalArgumentException(
          "epoch " + epoch + ", batch " + batch + ": none is negative");
    }
  }

  /** The place after this one. */
  DataPosition next(int batchesPerEpoch) {
    return batch + 1 < batchesPerEpoch
        ? new DataPosition(epoch, batch + 1)
        : new DataPosition(epoch + 1, 0);
  }
}
