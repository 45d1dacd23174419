package org.dartboard.engine.onednn;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dartboard.data.ImageSet;
import org.dartboard.engine.BatchNetwork;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.Precision;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetSpec;

/** A whole supernet for one batch size: all primitives and all memory. */
final class Plan implements BatchNetwork {
  private final OneDnn onednn;
  private final SupernetSpec spec;
  private final FlatMemory images;
  private final SingleCopy input;
  private final FlatMemory weights;
  private final FlatMemory gradient;
  private final ConvolutionLayer stem;
  private final NormLayer stemNorm;
  private final List<CellPlan> cells = new ArrayList<>();
  private final List<ReductionPlan> reductions = new ArrayList<>();
  private final HeadPlan head;

  /**
   * @param tileBytes size of a tile of one tensor
   */
  Plan(
      SupernetSpec spec,
      SupernetLayout layout,
      int batchSize,
      Precision precision,
      long tileBytes) {
    this.spec = spec;
    onednn = OneDnn.open();
    try {
      InstructionSet.effective().require(precision);
      Kernels kernels = new Kernels(onednn);
      images = new FlatMemory(onednn);
      weights = new FlatMemory(onednn);
      gradient = new FlatMemory(onednn);
      Network network = new Network(spec, layout, weights, gradient);
      Shape shape = new Shape(batchSize, spec.width(), spec.imageSize(), precision);
      Workspace workspace = workspace(kernels, shape, tileBytes);
      Tensor stemOut = onednn.images(shape);
      Tensor x = onednn.images(shape);
      Tensor stemGradient = onednn.images(shape);
      Layers layers = new Layers(kernels, network, "stem");
      Shape colours = shape.withChannels(ImageSet.CHANNELS);
      Tensor given = images.piece(kernels.images(colours.single()), 0);
      input = SingleCopy.of(kernels, colours, given);
      stem =
          layers.convolution(
              "",
              colours,
              1,
              ConvolutionLayer.Ends.of(input.stored(), stemOut, null, stemGradient));
      stemNorm = layers.norm("", shape, stemOut, x, workspace.boundaryGradient(0), stemGradient);
      for (int cell = 0; cell < spec.cells(); cell++) {
        int inStage = cell % spec.cellsPerStage();
        if (cell > 0 && inStage == 0) {
          Shape next = shape.withChannels(2 * shape.channels()).withSide(shape.side() / 2);
          Workspace nextWorkspace = workspace(kernels, next, tileBytes);
          ReductionPlan reduction =
              new ReductionPlan(
                  kernels,
                  network,
                  SupernetLayout.reductionName(spec.stage(cell)),
                  shape,
                  next,
                  x,
                  workspace.boundaryGradient(spec.cellsPerStage()),
                  nextWorkspace.boundaryGradient(0));
          reductions.add(reduction);
          x = reduction.output();
          shape = next;
          workspace = nextWorkspace;
        }
        CellPlan plan = cell(kernels, network, workspace, shape, cell, x);
        cells.add(plan);
        x = plan.output();
      }
      head =
          new HeadPlan(
              kernels, network, shape, x, workspace.boundaryGradient(spec.cellsPerStage()));
    } catch (RuntimeException | Error e) {
      onednn.close();
      throw e;
    }
  }

  private static CellPlan cell(
      Kernels kernels, Network network, Workspace workspace, Shape shape, int cell, Tensor input) {
    int inStage = cell % network.spec().cellsPerStage();
    PartialChannels channels = network.spec().partialChannels();
    if (channels instanceof PartialChannels.All) {
      return new FullCell(kernels, network, workspace, cell, inStage, input);
    } else if (channels instanceof PartialChannels.Attention) {
      return new AttentionCell(kernels, network, workspace, shape, cell, inStage, input);
    }
    return new PartialCell(kernels, network, workspace, shape, cell, inStage, input);
  }

  private Workspace workspace(Kernels kernels, Shape nodes, long tileBytes) {
    int selected = spec.partialChannels().selected(nodes.channels());
    return new Workspace(kernels, nodes.withChannels(selected), nodes, tileBytes);
  }

  /** Bytes of native tensor memory. */
  @Override
  public long bytes() {
    return onednn.allocated();
  }

  /** Evaluates the function; the arguments have been checked. */
  void evaluate(Call call) {
    images.bind(call.batch().images());
    weights.bind(call.input().weights());
    gradient.bind(call.output().weightGradient());
    if (call.wantsState()) {
      // Norms that are not computed keep their statistics.
      call.output().state().put(0, call.input().state(), 0, call.input().state().capacity());
    }
    forward(call);
    if (call.wantsGradient()) {
      clear(call);
      backward(call);
    }
  }

  private void forward(Call call) {
    input.store();
    stem.forward();
    stemNorm.forward(call);
    for (int cell = 0; cell < cells.size(); cell++) {
      if (cell > 0 && cell % spec.cellsPerStage() == 0) {
        reductions.get(spec.stage(cell) - 1).forward(call);
      }
      cells.get(cell).forward(call);
    }
    head.forward(call);
  }

  private void backward(Call call) {
    head.backward(call);
    for (int cell = cells.size() - 1; cell >= 0; cell--) {
      cells.get(cell).backward(call, cell > 0 || call.wantsWeights());
      if (cell > 0 && cell % spec.cellsPerStage() == 0) {
        reductions.get(spec.stage(cell) - 1).backward(call);
      }
    }
    if (call.wantsWeights()) {
      stemNorm.backward(call);
      stem.backwardWeights(0);
    }
  }

  /** Weights and p of operations that are not computed get gradient 0. */
  private static void clear(Call call) {
    if (call.wantsWeights()) {
      FloatBuffer gradient = call.output().weightGradient();
      for (int i = 0; i < gradient.capacity(); i++) {
        gradient.put(i, 0f);
      }
    }
    if (call.wantsOperations()) {
      Arrays.fill(call.output().operationGradient(), 0);
    }
    if (call.wantsEdges()) {
      Arrays.fill(call.output().edgeGradient(), 0);
    }
  }

  @Override
  public void close() {
    onednn.close();
  }
}
