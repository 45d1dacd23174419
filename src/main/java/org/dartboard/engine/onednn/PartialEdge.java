package org.dartboard.engine.onednn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dartboard.engine.Masks;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Edge;
import org.jspecify.annotations.Nullable;

/**
 * One edge that sends only the selected channels S of its source through its operations: the target
 * gets T mixed(S x) + q B x, where B takes the other channels around, T puts the results beside
 * them, and mixed has q folded in.
 */
final class PartialEdge {
  private final SupernetSpec spec;
  private final int cell;
  private final Edge edge;
  private final Shape shape;
  private final int selected;
  private final Workspace workspace;
  private final Ends ends;
  private final Source source;
  private final NodeSum sum;
  private final MixedOperation mixed;
  private final List<MixedOperation> operations;
  private final ChannelMap select;
  private final ChannelMap selectBack;
  private final ChannelMap put;
  private final ChannelMap putBack;
  private final ChannelMap bypass;
  private final ChannelMap bypassBack;
  private final ChannelMap bypassAlone;
  private final List<ChannelMap> maps;
  private double loadedEdgeWeight = Double.NaN;
  private int[] loadedChannels = {};
  private long drawnFrom;
  private int @Nullable [] drawn;

  /** What the edge is connected to. */
  record Ends(Tensor source, Tensor target, Tensor sourceGradient, Tensor targetGradient) {}

  /**
   * @param shape of the nodes
   */
  PartialEdge(
      Kernels kernels,
      Network network,
      Workspace workspace,
      Shape shape,
      int cell,
      Edge edge,
      Ends ends) {
    this.spec = network.spec();
    this.cell = cell;
    this.edge = edge;
    this.shape = shape;
    this.workspace = workspace;
    this.ends = ends;
    selected = workspace.shape.channels();
    int channels = shape.channels();
    Tensor value = kernels.onednn().images(workspace.shape);
    Shape part = workspace.shape;
    source =
        new Source(kernels, workspace, Tiles.same(value), Tiles.same(workspace.selectedGradient));
    sum = new NodeSum(kernels, part, Tiles.same(workspace.mixed));
    mixed =
        new MixedOperation(
            kernels,
            network,
            workspace,
            cell,
            edge,
            source,
            sum,
            Tiles.same(workspace.mixedGradient));
    operations = List.of(mixed);
    select = new ChannelMap(kernels, shape, selected, ends.source, value);
    selectBack =
        new ChannelMap(kernels, part, channels, workspace.selectedGradient, ends.sourceGradient);
    put = new ChannelMap(kernels, part, channels, workspace.mixed, ends.target);
    putBack =
        new ChannelMap(kernels, shape, selected, ends.targetGradient, workspace.mixedGradient);
    bypass = new ChannelMap(kernels, shape, channels, ends.source, ends.target);
    bypassBack = new ChannelMap(kernels, shape, channels, ends.targetGradient, ends.sourceGradient);
    bypassAlone = new ChannelMap(kernels, shape, channels, ends.source, workspace.nodeScratch);
    maps = List.of(select, selectBack, put, putBack, bypass, bypassBack, bypassAlone);
  }

  /**
   * Adds the edge to its target, with the channels that the spec or the knobs say.
   *
   * @param holds whether the target has something already
   */
  void forward(Call call, boolean holds) {
    forward(call, channels(call), holds);
  }

  /**
   * Adds the edge to its target.
   *
   * @param chosen the channels that go through the operations, ascending
   * @param holds whether the target has something already
   */
  void forward(Call call, int[] chosen, boolean holds) {
    load(call.input().edgeWeights()[spec.edgeIndex(cell, edge)], chosen);
    select.run(false);
    mixed.begin(call);
    source.convolve(call, operations, 0);
    sum.clear();
    mixed.finishStatistics(call);
    sum.loadNumbers();
    sum.begin();
    source.add(call, mixed, 0);
    sum.finish(0);
    put.run(holds);
    bypass.run(true);
  }

  /**
   * Computes the edge's gradients, and adds to that of its source.
   *
   * @param wanted whether the source's gradient is
   * @param holds whether that has something already
   */
  void backward(Call call, boolean wanted, boolean holds) {
    putBack.run(false);
    if (call.wantsEdges()) {
      bypassAlone.run(false);
      call.output().edgeGradient()[spec.edgeIndex(cell, edge)] +=
          workspace.nodeProducts.product(workspace.nodeScratch, ends.targetGradient);
    }
    mixed.gradientStatistics(call, 0);
    mixed.finishGradientStatistics(call, wanted);
    source.backward(call, operations, 0, wanted);
    if (call.wantsProducts()) {
      mixed.finishProducts(call);
    }
    if (wanted) {
      bypassBack.run(holds);
      selectBack.run(true);
    }
  }

  /** Writes channels and edge weight into the maps, where they are new. */
  private void load(double q, int[] chosen) {
    if (q == loadedEdgeWeight && Arrays.equals(chosen, loadedChannels)) {
      return;
    }
    loadedEdgeWeight = q;
    loadedChannels = chosen.clone();
    boolean[] taken = new boolean[shape.channels()];
    for (ChannelMap map : maps) {
      map.clear();
    }
    for (int i = 0; i < selected; i++) {
      taken[chosen[i]] = true;
      int place = placeOf(chosen[i]);
      select.set(i, chosen[i], 1);
      selectBack.set(chosen[i], i, 1);
      put.set(place, i, 1);
      putBack.set(i, place, 1);
    }
    for (int c = 0; c < taken.length; c++) {
      if (!taken[c]) {
        bypass.set(placeOf(c), c, q);
        bypassBack.set(c, placeOf(c), q);
        bypassAlone.set(placeOf(c), c, 1);
      }
    }
    for (ChannelMap map : maps) {
      map.load();
    }
  }

  private int[] channels(Call call) {
    long maskSeed = call.knobs().maskSeed();
    int[] chosen = drawn;
    if (spec.partialChannels() instanceof PartialChannels.First) {
      chosen = chosen == null ? IntStream.range(0, selected).toArray() : chosen;
    } else if (chosen == null || maskSeed != drawnFrom) {
      long seed = Masks.edgeSeed(maskSeed, spec.edgeIndex(cell, edge));
      chosen = Masks.channels(seed, shape.channels(), selected);
    }
    drawnFrom = maskSeed;
    drawn = chosen;
    return chosen;
  }

  /** Where a channel goes: after a shuffle with K groups, or back to its place. */
  private int placeOf(int channel) {
    if (spec.partialChannels() instanceof PartialChannels.First first) {
      return channel % selected * first.denominator() + channel / selected;
    }
    return channel;
  }
}
