package org.dartboard.engine.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.dartboard.engine.BatchNetwork;
import org.dartboard.engine.EngineException;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;

/** A network for one batch size, with all memory that it needs. */
final class Network implements BatchNetwork {
  private final Memory memory;
  private final Parts parts;
  private final List<Layer> layers = new ArrayList<>();
  private final Head head;
  private final CrossEntropy loss;
  private final Products products;

  /**
   * What layers are made of.
   *
   * @param weights w and dL/dw
   * @param state s and the next s
   */
  record Parts(SupernetSpec spec, Memory memory, Parameters weights, Parameters state) {
    /** The batch norm of that name. */
    Norm norm(String name, Pixels normal, ColumnSums sums) {
      return new Norm(memory, weights, state, name, normal, sums);
    }
  }

  /**
   * @param count images in a batch
   * @throws EngineException if memory does not suffice
   */
  Network(SupernetSpec spec, SupernetLayout layout, int count) {
    memory = new Memory();
    try {
      // Before the weights, so that what is far too large fails at once.
      Feature first = feature(memory, spec, count, 0);
      parts =
          new Parts(
              spec,
              memory,
              new Parameters(memory, layout.weights()),
              new Parameters(memory, layout.state()));
      head = new Head(parts, addLayers(count, first));
      layers.add(head);
      loss = new CrossEntropy(count, spec.classes());
      products = new Products(spec.operationWeights(), spec.edgeWeights());
    } catch (RuntimeException e) {
      memory.close();
      throw e;
    }
  }

  private Feature addLayers(int count, Feature first) {
    SupernetSpec spec = parts.spec();
    Feature last = first;
    layers.add(new Stem(parts, count, last));
    for (int stage = 0; stage < SupernetSpec.STAGES; stage++) {
      if (stage > 0) {
        Feature next = feature(memory, spec, count, stage);
        layers.add(new Reduction(parts, stage, last, next));
        last = next;
      }
      last = addStage(stage, count, last);
    }
    return last;
  }

  private Feature addStage(int stage, int count, Feature before) {
    SupernetSpec spec = parts.spec();
    int side = spec.side(stage);
    int channels = spec.channels(stage);
    int selected = spec.selectedChannels(stage);
    StageMemory shared = StageMemory.allocate(memory, count, side, channels, selected);
    boolean full = spec.partialChannels() instanceof PartialChannels.All;
    PartialMemory partial =
        full ? null : PartialMemory.allocate(memory, count, side, channels, selected);
    Feature last = before;
    for (int i = 0; i < spec.cellsPerStage(); i++) {
      int cell = stage * spec.cellsPerStage() + i;
      Feature next = feature(memory, spec, count, stage);
      layers.add(
          partial == null
              ? new FullCell(parts, shared, cell, last, next)
              : new PartialCell(parts, shared, partial, cell, last, next));
      last = next;
    }
    return last;
  }

  private static Feature feature(Memory memory, SupernetSpec spec, int count, int stage) {
    return Feature.allocate(memory, count, spec.side(stage), spec.channels(stage));
  }

  /** Evaluates the function; the loss may turn out not to be finite. */
  void evaluate(Call call, SupernetOutput output) {
    parts.weights().upload(call.input().weights());
    parts.state().upload(call.input().state());
    // What a call does not compute keeps its running statistics.
    parts.state().startFromValues();
    for (Layer layer : layers) {
      layer.forward(call);
    }
    float[] logits = head.logits();
    System.arraycopy(logits, 0, output.logits(), 0, logits.length);
    output.setLoss(loss.loss(logits, call.batch().labels()));
    if (call.wantsGradient()) {
      backward(call);
    }
    if (call.wantsWeights()) {
      parts.weights().download(output.weightGradient());
    }
    if (call.want().contains(Want.OPERATION_GRADIENT)) {
      products.copyOperations(output.operationGradient());
    }
    if (call.want().contains(Want.EDGE_GRADIENT)) {
      products.copyEdges(output.edgeGradient());
    }
    if (call.wantsState()) {
      parts.state().download(output.state());
    }
  }

  private void backward(Call call) {
    products.clear();
    // What is not computed has no gradient.
    parts.weights().clearResults();
    head.setLogitGradient(loss.gradient());
    // Before the first cell there are only weights.
    int last = call.wantsWeights() ? 0 : 1;
    for (int i = layers.size() - 1; i >= last; i--) {
      layers.get(i).backward(call, i > last);
    }
  }

  /** Where dL/dp and dL/dq are gathered. */
  Products products() {
    return products;
  }

  /** Bytes of native memory. */
  @Override
  public long bytes() {
    return memory.bytes();
  }

  @Override
  public void close() {
    memory.close();
  }
}
