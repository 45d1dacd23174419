package org.dartboard.engine.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.global.dnnl;
import org.dartboard.engine.Masks;
import org.jspecify.annotations.Nullable;

/** The dropout of a skip connection: a mask of zeros and of 1 / (1 - rate). */
final class SkipDropout {
  private static final int[] NAMES = {dnnl.DNNL_ARG_SRC_0, dnnl.DNNL_ARG_SRC_1, dnnl.DNNL_ARG_DST};

  private final Kernels kernels;
  private final Workspace workspace;
  private final EdgeArguments edge;
  private final Tiles value;
  private final Tiles gradient;
  private @Nullable Drawn drawn;

  /** The mask, and products with it; never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Drawn(
      FloatBuffer view, float[] values, TiledInvocation ofValue, TiledInvocation ofGradient) {}

  SkipDropout(
      Kernels kernels, Workspace workspace, EdgeArguments edge, Tiles value, Tiles gradient) {
    this.kernels = kernels;
    this.workspace = workspace;
    this.edge = edge;
    this.value = value;
    this.gradient = gradient;
  }

  /** Draws the mask of this call. Memory for it is taken when one is first drawn. */
  void draw(Call call) {
    Drawn mask = drawn;
    if (mask == null) {
      Tensor tensor = kernels.onednn().images(workspace.shape);
      FloatBuffer view = tensor.floats();
      mask =
          new Drawn(
              view,
              new float[view.capacity()],
              product(value, workspace.tiles(tensor)),
              product(gradient, workspace.tiles(tensor)));
      drawn = mask;
    }
    double rate = call.knobs().effectiveSkipDropout();
    long seed = Masks.edgeSeed(call.knobs().maskSeed(), edge.edgeIndex());
    float kept = (float) (1 / (1 - rate));
    for (int i = 0; i < mask.values.length; i++) {
      mask.values[i] = Masks.keeps(seed, i, rate) ? kept : 0;
    }
    mask.view.put(0, mask.values);
  }

  private TiledInvocation product(Tiles tiles, Tiles mask) {
    Shape shape = workspace.tile;
    return new TiledInvocation(
        kernels.onednn(),
        kernels.binary(shape, dnnl.dnnl_binary_mul, shape, Attributes.NONE),
        NAMES,
        tiles,
        mask,
        workspace.masked);
  }

  /** Masks the source's value; the result is the workspace's. */
  void maskValue(int tile) {
    mask().ofValue.run(tile);
  }

  /** Masks the gradient of the node; the result is the workspace's. */
  Tensor maskGradient(int tile) {
    mask().ofGradient.run(tile);
    return workspace.masked.at(tile);
  }

  private Drawn mask() {
    if (drawn == null) {
      throw new IllegalStateException("no mask has been drawn");
    }
    return drawn;
  }
}
