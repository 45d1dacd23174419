package org.dartboard.benchmark.libtorch;

/** How a user has libtorch store the tensors between the layers. */
public enum Format {
  /** Image, channel, row, column, in fp32: what a user gets without asking. */
  CONTIGUOUS,
  /** Channels last, in fp32. */
  CHANNELS_LAST,
  /** Channels last, with autocast to bf16. */
  BF16
}
