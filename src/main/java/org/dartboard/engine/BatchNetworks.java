package org.dartboard.engine;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an engine holds for the batch sizes that it meets: that of the largest batch, and that of
 * the last other size, for the short last batch of an epoch. Memory is taken when a size first
 * occurs.
 *
 * @param <N> what the engine holds for one size
 */
public final class BatchNetworks<N extends BatchNetwork> implements AutoCloseable {
  private final int maximumBatch;
  private final IntFunction<N> maker;
  private @Nullable N full;
  private @Nullable N other;
  private int otherSize;

  /**
   * Makes the network of the largest batch.
   *
   * @param maximumBatch the most images that a batch may have, at least 1
   * @param maker makes the network of a batch size
   * @throws EngineException if there can be no such batch, or memory does not suffice
   */
  public BatchNetworks(int maximumBatch, IntFunction<N> maker) {
    if (maximumBatch < 1) {
      throw new EngineException("a batch of at most " + maximumBatch + " images cannot be");
    }
    this.maximumBatch = maximumBatch;
    this.maker = maker;
    this.full = maker.apply(maximumBatch);
  }

  /**
   * The network of a batch size.
   *
   * @param size at most the largest
   * @throws EngineException if the networks are closed, or memory does not suffice
   */
  public N of(int size) {
    N largest = full;
    if (largest == null) {
      throw new EngineException("the supernet is closed");
    }
    if (size == maximumBatch) {
      return largest;
    }
    N made = other;
    if (made == null || size != otherSize) {
      closeOther();
      made = maker.apply(size);
      other = made;
      otherSize = size;
    }
    return made;
  }

  /** Bytes of native tensor memory that all have now. */
  public long bytes() {
    return (full == null ? 0 : full.bytes()) + (other == null ? 0 : other.bytes());
  }

  /** Frees the memory at once. */
  @Override
  public void close() {
    closeOther();
    if (full != null) {
      full.close();
      full = null;
    }
  }

  private void closeOther() {
    if (other != null) {
      other.close();
      other = null;
    }
  }
}
