package org.dartboard.engine.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.global.dnnl;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.space.Edge;

/**
 * One edge that multiplies its source by the ratings of a channel attention, and sends the channels
 * that are rated highest through its operations.
 */
final class AttentionEdge {
  private static final int[] BINARY = {dnnl.DNNL_ARG_SRC_0, dnnl.DNNL_ARG_SRC_1, dnnl.DNNL_ARG_DST};

  private final ChannelAttention attention;
  private final PartialEdge edge;
  private final Invocation attend;
  private final Invocation attendBack;
  private final Invocation attendBackAdding;
  private final Invocation multiply;
  private final Invocation average;
  private final SingleCopy averaged;
  private final FloatBuffer averageMemory;
  private final float[] ratingGradient;
  private final int area;

  /**
   * @param shape of the nodes
   * @param ends the nodes that the edge connects
   * @param pools those of the edge's source
   */
  AttentionEdge(
      Kernels kernels,
      Network network,
      Workspace workspace,
      Shape shape,
      int cell,
      Edge place,
      PartialEdge.Ends ends,
      GlobalPools pools) {
    OneDnn onednn = kernels.onednn();
    AttentionWorkspace shared = workspace.attention();
    String name = SupernetLayout.edgeName(cell, place) + ".attention";
    int hidden = hidden(network, shape.channels());
    attention =
        new ChannelAttention(
            kernels,
            new Layers(kernels, network, name),
            shape,
            hidden,
            workspace.shape.channels(),
            pools);
    PartialEdge.Ends inner =
        new PartialEdge.Ends(
            shared.attended, ends.target(), shared.attendedGradient, ends.targetGradient());
    edge = new PartialEdge(kernels, network, workspace, shape, cell, place, inner);
    Shape each = shape.withSide(1);
    attend =
        new Invocation(
            onednn,
            kernels.binary(shape, dnnl.dnnl_binary_mul, each.single(), Attributes.NONE),
            BINARY,
            ends.source(),
            attention.rating(),
            shared.attended);
    attendBack =
        new Invocation(
            onednn,
            kernels.binary(shape, dnnl.dnnl_binary_mul, each.single(), Attributes.NONE),
            BINARY,
            shared.attendedGradient,
            attention.rating(),
            ends.sourceGradient());
    attendBackAdding =
        new Invocation(
            onednn,
            kernels.binary(shape, dnnl.dnnl_binary_mul, each.single(), Attributes.ACCUMULATE),
            BINARY,
            shared.attendedGradient,
            attention.rating(),
            ends.sourceGradient());
    multiply =
        new Invocation(
            onednn,
            kernels.binary(shape, dnnl.dnnl_binary_mul, shape, Attributes.NONE),
            BINARY,
            shared.attendedGradient,
            ends.source(),
            shared.attended);
    averaged = new SingleCopy(kernels, each, onednn.images(each));
    average =
        new Invocation(
            onednn,
            kernels.pools().average(shape, shape.side(), 1, 0).forward(),
            new int[] {dnnl.DNNL_ARG_SRC, dnnl.DNNL_ARG_DST},
            shared.attended,
            averaged.stored());
    averageMemory = averaged.single().floats();
    ratingGradient = new float[shape.count() * shape.channels()];
    area = shape.side() * shape.side();
  }

  private static int hidden(Network network, int channels) {
    if (network.spec().partialChannels() instanceof PartialChannels.Attention attention) {
      return attention.hidden(channels);
    }
    throw new IllegalArgumentException("the spec has no channel attention");
  }

  /**
   * Adds the edge to its target; the source must have been pooled.
   *
   * @param holds whether the target has something already
   */
  void forward(Call call, boolean holds) {
    attention.forward();
    attend.run();
    edge.forward(call, attention.highest(), holds);
  }

  /**
   * Computes the edge's gradients, and adds to those of its source and of the source's pools.
   *
   * @param wanted whether the source's gradient is
   * @param holds whether that has something already
   */
  void backward(Call call, boolean wanted, boolean holds) {
    if (call.wantsEdges()) {
      // Other edges have used the tensor since.
      attend.run();
    }
    edge.backward(call, wanted, false);
    if (!wanted) {
      return;
    }
    multiply.run();
    average.run();
    averaged.load();
    averageMemory.get(0, ratingGradient);
    for (int i = 0; i < ratingGradient.length; i++) {
      ratingGradient[i] *= area;
    }
    attention.backward(call, ratingGradient, holds);
    (holds ? attendBackAdding : attendBack).run();
  }
}
