package org.dartboard.engine.nd4j;

/**
 * What edges take from the node that they leave, and what they give back to it: one ReLU and one
 * pooling serve them all.
 *
 * <p>It is memory for one node at a time. Forward, {@link #load} comes first; backward, {@link
 * #reload}, then {@link #startGradient}, and {@link #finishGradient} when all edges have added
 * theirs.
 */
final class Source {
  private final AveragePooling pooling;
  private final Pixels rectified;
  private final Frame rectifiedFrame;
  private final Pixels pooled;
  private final Pixels rectifiedGradient;
  private final Frame windowGradient;
  private final Pixels pooledGradient;
  private final Pixels scratch;
  private Pixels value;
  private Needs needs = Needs.NOTHING;

  /** What edges need, beside the value itself. */
  record Needs(boolean pixel, boolean window, boolean pooling) {
    static final Needs NOTHING = new Needs(false, false, false);

    Needs and(Needs other) {
      return new Needs(pixel || other.pixel, window || other.window, pooling || other.pooling);
    }

    private boolean rectified() {
      return pixel || window;
    }
  }

  Source(Memory memory, int count, int side, int channels) {
    pooling = new AveragePooling(memory, count, side, channels);
    rectified = Pixels.allocate(memory, count, side, channels);
    rectifiedFrame = new Frame(memory, count, side, channels);
    pooled = Pixels.allocate(memory, count, side, channels);
    rectifiedGradient = Pixels.allocate(memory, count, side, channels);
    windowGradient = new Frame(memory, count, side, channels);
    pooledGradient = Pixels.allocate(memory, count, side, channels);
    scratch = Pixels.allocate(memory, count, side, channels);
    value = rectified;
  }

  /** Takes a node's value and makes what is needed of it to go forward. */
  void load(Pixels node, Needs whatIsNeeded) {
    value = node;
    needs = whatIsNeeded;
    if (needs.rectified()) {
      rectify();
    }
    if (needs.pooling()) {
      pooling.forward(value, pooled);
    }
  }

  /** Takes a node's value again and makes what the wanted gradients need of it. */
  void reload(Call call, Pixels node, Needs whatWasNeeded) {
    value = node;
    needs = whatWasNeeded;
    if (needs.rectified() && call.wantsWeights()) {
      rectify();
    }
    if (needs.pooling() && call.wantsProducts()) {
      pooling.forward(value, pooled);
    }
  }

  private void rectify() {
    Kernels.relu(value.vector(), rectified.vector());
    if (needs.window()) {
      rectifiedFrame.set(rectified);
    }
  }

  /** The node's value. */
  Pixels value() {
    return value;
  }

  /** max(0, value). */
  Pixels rectified() {
    return rectified;
  }

  /** max(0, value), with a border of 0. */
  Frame rectifiedFrame() {
    return rectifiedFrame;
  }

  /** The averages over 3x3 windows of the value. */
  Pixels pooled() {
    return pooled;
  }

  /** Sets the gradients below to 0. */
  void startGradient() {
    if (needs.rectified()) {
      rectifiedGradient.clear();
    }
    if (needs.window()) {
      windowGradient.core().assign(0);
    }
    if (needs.pooling()) {
      pooledGradient.clear();
    }
  }

  /** The gradient of {@link #rectified}, added up. */
  Pixels rectifiedGradient() {
    return rectifiedGradient;
  }

  /** The gradient of {@link #rectifiedFrame}, added up in the core. */
  Frame windowGradient() {
    return windowGradient;
  }

  /** The gradient of {@link #pooled}, added up. */
  Pixels pooledGradient() {
    return pooledGradient;
  }

  /** Adds to the gradient of the node's value what went through ReLU and pooling. */
  void finishGradient(Pixels into) {
    if (needs.window()) {
      windowGradient.copyTo(scratch);
      Kernels.addScaled(1, scratch.vector(), rectifiedGradient.vector());
    }
    if (needs.rectified()) {
      Kernels.reluGradient(value.vector(), rectifiedGradient.vector(), scratch.vector());
      Kernels.addScaled(1, scratch.vector(), into.vector());
    }
    if (needs.pooling()) {
      pooling.backward(pooledGradient, scratch);
      Kernels.addScaled(1, scratch.vector(), into.vector());
    }
  }
}
