package org.dartboard.engine;

/** What an engine holds in order to evaluate batches of one size. */
public interface BatchNetwork extends AutoCloseable {
  /** Bytes of native tensor memory. */
  long bytes();

  /** Frees the memory at once. */
  @Override
  void close();
}
