package org.dartboard.engine;

import java.util.Set;
import org.dartboard.data.Batch;

/**
 * A supernet as a function of everything that a search changes: (w, s, p, q, knobs, batch, want) to
 * loss, logits and the wanted gradients.
 *
 * <p>For each cell, node 0 is its input, and node i is the sum over the edges from lower nodes j of
 * q times the mixed operation: the sum over operations of p times the operation of node j. The same
 * arguments give the same results to the last bit. One thread at a time may call.
 */
public interface Supernet extends AutoCloseable {
  /** What network it is. */
  SupernetSpec spec();

  /** What computes it. */
  EngineDescription description();

  /** How its flat buffers are laid out. */
  SupernetLayout layout();

  /**
   * Evaluates the function.
   *
   * @param input w, s, p and q
   * @param knobs mode, dropout, auxiliary weight and masks
   * @param batch images, channels last, and labels; no more images than the supernet was made for
   * @param want which gradients to compute
   * @param output where results go
   * @throws EngineException if an argument has the wrong size or is not finite, or the loss is not
   *     finite; the message says which
   */
  void evaluate(
      SupernetInput input, Knobs knobs, Batch batch, Set<Want> want, SupernetOutput output);

  /** Frees native memory at once. Later calls of {@link #evaluate} fail. */
  @Override
  void close();
}
