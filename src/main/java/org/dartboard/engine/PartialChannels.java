package org.dartboard.engine;

/**
 * Which of an edge's channels go through the mixed operation; the others bypass it.
 *
 * <p>All policies but {@link All} send 1/{@code denominator} of the channels.
 */
public sealed interface PartialChannels {
  /** K of the share 1/K, at least 1. */
  int denominator();

  /** How many of an edge's channels go through the mixed operation. */
  default int selected(int channels) {
    return channels / denominator();
  }

  /** Every channel: the plain supernet. */
  record All() implements PartialChannels {
    @Override
    public int denominator() {
      return 1;
    }
  }

  /**
   * The first channels, and a channel shuffle with K groups after the edge (PC-DARTS, Xu et al.,
   * ICLR 2020).
   *
   * @param denominator K, at least 2
   */
  record First(int denominator) implements PartialChannels {}

  /**
   * Channels drawn anew for each call from the knobs' seed, put back in their places.
   *
   * @param denominator K, at least 2
   */
  record Random(int denominator) implements PartialChannels {}

  /**
   * The channels that a channel attention rates highest, put back in their places (ADARTS, Xue and
   * Qin, 2023).
   *
   * <p>Per edge and image, a = sigmoid(M2 relu(M1 avg x) + M2 relu(M1 max x)) over the pooled
   * channels, without biases; the edge goes on with a x, and the channels with the largest sum of a
   * over the batch are selected (the lower channel first where sums are equal). The selection
   * itself has no gradient. The reduction of the two matrices is not known for ADARTS; 2 is what
   * the follow-up's code has.
   *
   * @param denominator K, at least 2
   * @param reduction how many channels share one hidden unit, at least 1
   */
  record Attention(int denominator, int reduction) implements PartialChannels {
    /** Hidden units of an edge's attention, at least 1. */
    public int hidden(int channels) {
      return Math.max(1, channels / reduction);
    }
  }
}
