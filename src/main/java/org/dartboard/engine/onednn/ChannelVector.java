package org.dartboard.engine.onednn;

import java.nio.FloatBuffer;

/**
 * A number for each channel, as primitives broadcast it over images.
 *
 * <p>It is repeated for all pixels of a row or more: oneDNN is several times faster when it can
 * take whole rows of pixels and channels for one long vector of channels.
 */
final class ChannelVector {
  private final Tensor tensor;
  private final FloatBuffer view;
  private final float[] row;
  private final int channels;

  ChannelVector(Kernels kernels, Shape shape) {
    channels = shape.channels();
    tensor = kernels.onednn().images(shape.row());
    view = tensor.floats();
    row = new float[shape.row().channels()];
  }

  Tensor tensor() {
    return tensor;
  }

  /** Takes over one number for each channel. */
  void set(double[] values) {
    for (int c = 0; c < channels; c++) {
      row[c] = (float) values[c];
    }
    for (int done = channels; done < row.length; done += channels) {
      System.arraycopy(row, 0, row, done, channels);
    }
    view.put(0, row);
  }
}
