package org.dartboard.data;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands out batches in order while a background thread makes the following ones.
 *
 * <p>What it hands out depends on the maker and the start alone, never on timing. One thread at a
 * time may use it.
 */
public final class BatchLoader implements AutoCloseable {
  private static final long POLL_MILLIS = 200;

  private final BatchMaker maker;
  private final BlockingQueue<Batch> empty;
  private final BlockingQueue<Batch> full;
  private final Thread thread;
  private volatile @Nullable RuntimeException failure;
  private DataPosition position;
  private @Nullable Batch handedOut;

  /**
   * Starts making batches.
   *
   * @param maker used by the background thread from now on, so by nobody else until {@link #close}
   * @param buffers memory to fill in turn, owned by the caller; at least two, so that one is filled
   *     while another is in use
   * @param start the position of the first batch to hand out
   * @throws IllegalArgumentException if there are fewer than two buffers
   */
  public BatchLoader(BatchMaker maker, List<Batch> buffers, DataPosition start) {
    if (buffers.size() < 2) {
      throw new IllegalArgumentException(
          buffers.size() + " buffers: a loader needs two, one in use and one being filled");
    }
    this.maker = maker;
    this.position = start;
    this.empty = new ArrayBlockingQueue<>(buffers.size(), false, buffers);
    this.full = new ArrayBlockingQueue<>(buffers.size());
    this.thread = new Thread(() -> fill(start), "batch-loader");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * The next batch. It is the caller's until the next call, which takes it back.
   *
   * @throws IllegalStateException if making it failed or the loader is closed
   */
  public Batch next() {
    if (handedOut != null) {
      empty.add(handedOut);
      handedOut = null;
    }
    try {
      Batch batch = full.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
      while (batch == null) {
        if (!thread.isAlive() && full.isEmpty()) {
          throw new IllegalStateException("no batch at " + position + ": " + reason(), failure);
        }
        batch = full.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
      }
      handedOut = batch;
      position = position.next(maker.batchesPerEpoch());
      return batch;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the batch at " + position, e);
    }
  }

  /** The position of the batch that {@link #next} hands out next: what a checkpoint keeps. */
  public DataPosition position() {
    return position;
  }

  /** Stops the background thread. The buffers and the maker are the caller's again. */
  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private String reason() {
    RuntimeException cause = failure;
    return cause == null ? "the loader is closed" : String.valueOf(cause.getMessage());
  }

  private void fill(DataPosition start) {
    DataPosition next = start;
    try {
      while (true) {
        Batch batch = empty.take();
        maker.make(next, batch);
        full.put(batch);
        next = next.next(maker.batchesPerEpoch());
      }
    } catch (InterruptedException e) {
      // Closed: the thread ends.
    } catch (RuntimeException e) {
      failure = e;
    }
  }
}
