package org.dartboard.engine.nd4j;

import org.dartboard.engine.Masks;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Edge;
import org.jspecify.annotations.Nullable;

/** An edge that sends a part of its channels through its operations, and lets the others pass. */
final class PartialEdge {
  private final PartialChannels policy;
  private final StageMemory stage;
  private final PartialMemory memory;
  private final MixedOperation operation;
  private final ChannelMap map;
  private final @Nullable ChannelAttention attention;
  private final int edgeIndex;
  private final int channels;
  private final int selected;

  PartialEdge(
      Network.Parts parts,
      StageMemory stage,
      PartialMemory memory,
      int cell,
      Edge edge,
      MixedOperation operation) {
    SupernetSpec spec = parts.spec();
    this.policy = spec.partialChannels();
    this.stage = stage;
    this.memory = memory;
    this.operation = operation;
    edgeIndex = spec.edgeIndex(cell, edge);
    channels = memory.through().channels();
    selected = memory.picked().channels();
    map = new ChannelMap(parts.memory(), channels, selected);
    if (policy instanceof PartialChannels.First first) {
      map.setShuffled(first.denominator());
    }
    attention =
        policy instanceof PartialChannels.Attention
            ? new ChannelAttention(
                parts, SupernetLayout.edgeName(cell, edge) + ".attention", memory.through())
            : null;
  }

  /** Adds q times what the edge makes of x. */
  void forward(Call call, Pixels x, Pixels target) {
    if (attention != null) {
      attention.rate(x);
      map.setInPlace(attention.highest(selected));
    } else if (policy instanceof PartialChannels.Random) {
      long seed = Masks.edgeSeed(call.knobs().maskSeed(), edgeIndex);
      map.setInPlace(Masks.channels(seed, channels, selected));
    }
    Pixels through = pick(x);
    stage.source().load(memory.picked(), operation.needs(call));
    memory.mixed().clear();
    operation.forward(call, stage.source(), memory.mixed());
    map.addPlaced(memory.mixed(), target);
    map.bypass(through, call.q(edgeIndex), 1, target);
  }

  /** Picks the operations' channels, and returns all channels that they were taken from. */
  private Pixels pick(Pixels x) {
    Pixels through = x;
    if (attention != null) {
      through = memory.through();
      attention.apply(x, through);
    }
    map.pick(through, memory.picked());
    return through;
  }

  /**
   * Computes the gradients that are wanted.
   *
   * @param gradient of what {@link #forward} added to
   * @param into dL/dx, added to
   * @param needsInput whether the latter is of use
   */
  void backward(Call call, Pixels x, Pixels gradient, Pixels into, boolean needsInput) {
    Pixels through = pick(x);
    stage.source().reload(call, memory.picked(), operation.needs(call));
    if (call.wantsProducts()) {
      map.bypass(through, 1, 0, memory.scratch());
      call.products().edge(edgeIndex, Kernels.dot(gradient.vector(), memory.scratch().vector()));
    }
    map.placeGradient(gradient, memory.mixed());
    boolean needsThrough = needsInput || (attention != null && call.wantsWeights());
    stage.source().startGradient();
    memory.pickedGradient().clear();
    operation.backward(call, stage.source(), memory.mixed(), memory.pickedGradient(), needsThrough);
    if (!needsThrough) {
      return;
    }
    stage.source().finishGradient(memory.pickedGradient());
    Pixels throughGradient = memory.through();
    map.bypassGradient(gradient, call.q(edgeIndex), throughGradient);
    map.addPickGradient(memory.pickedGradient(), throughGradient);
    if (attention != null) {
      attention.backward(call, x, throughGradient, memory.scratch(), into, needsInput);
    } else {
      Kernels.addScaled(1, throughGradient.vector(), into.vector());
    }
  }
}
