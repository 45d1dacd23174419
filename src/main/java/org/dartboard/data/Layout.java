package org.dartboard.data;

/** The order of a batch's values in memory. */
public enum Layout {
  /** Image, row, column, channel: channels last. */
  NHWC,
  /** Image, channel, row, column. */
  NCHW
}
