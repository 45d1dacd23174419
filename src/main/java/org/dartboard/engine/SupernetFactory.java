package org.dartboard.engine;

/** Makes supernets on one engine with one precision, so that a search need not know which. */
@FunctionalInterface
public interface SupernetFactory {
  /**
   * A supernet, which the caller closes.
   *
   * @param maximumBatch the most images that a batch may have, at least 1
   * @throws EngineException if the engine cannot be had here, lacks an option of the spec, or
   *     memory does not suffice
   */
  Supernet create(SupernetSpec spec, int maximumBatch);
}
