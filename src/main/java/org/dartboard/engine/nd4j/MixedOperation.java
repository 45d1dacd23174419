package org.dartboard.engine.nd4j;

import java.util.EnumMap;
import java.util.Map;
import org.dartboard.engine.Masks;
import org.dartboard.engine.OperationMode;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The weighted sum of an edge's operations, the auxiliary skip included. */
final class MixedOperation {
  private final SupernetSpec spec;
  private final StageMemory stage;
  private final int cell;
  private final Edge edge;
  private final int edgeIndex;
  private final Map<Operation, EdgeConvolution> convolutions = new EnumMap<>(Operation.class);
  private final INDArray gradientSums;

  MixedOperation(Network.Parts parts, StageMemory stage, int cell, Edge edge) {
    this.spec = parts.spec();
    this.stage = stage;
    this.cell = cell;
    this.edge = edge;
    edgeIndex = spec.edgeIndex(cell, edge);
    Pixels like = stage.scratch();
    gradientSums = parts.memory().zeros(1, like.channels());
    for (Operation operation : new Operation[] {Operation.NOR_CONV_1X1, Operation.NOR_CONV_3X3}) {
      if (spec.has(edge, operation)) {
        String name = SupernetLayout.operationName(cell, edge, operation);
        Norm norm =
            parts.norm(
                name,
                Pixels.allocate(parts.memory(), like.count(), like.side(), like.channels()),
                stage.sums());
        convolutions.put(
            operation,
            operation == Operation.NOR_CONV_1X1
                ? new EdgeConvolution.OfPixel(
                    new Convolution1x1(parts.weights(), name), norm, stage)
                : new EdgeConvolution.OfWindow(
                    new Convolution3x3(parts.memory(), parts.weights(), name), norm, stage));
      }
    }
  }

  /** What the edge needs of its source in this call. */
  Source.Needs needs(Call call) {
    return new Source.Needs(
        is(call, Operation.NOR_CONV_1X1, OperationMode.ACTIVE),
        is(call, Operation.NOR_CONV_3X3, OperationMode.ACTIVE),
        is(call, Operation.AVG_POOL_3X3, OperationMode.ACTIVE));
  }

  /** Whether the edge carries nothing in this call, and has no gradient to give. */
  boolean isOff(Call call) {
    boolean off = !spec.auxiliarySkip();
    for (Operation operation : Operation.values()) {
      off &= is(call, operation, OperationMode.OFF);
    }
    return off;
  }

  /** Adds q times the mixed operation of the source. */
  void forward(Call call, Source source, Pixels target) {
    double q = call.q(edgeIndex);
    for (Operation operation : Operation.values()) {
      int index = index(operation);
      double scale = q * call.p(index);
      switch (call.mode(index)) {
        case OFF -> {}
        case SCALAR -> target.vector().addi(scale);
        case ACTIVE -> forward(call, operation, source, scale, target);
      }
    }
    if (spec.auxiliarySkip()) {
      Kernels.addScaled(
          q * call.knobs().auxiliaryWeight(), source.value().vector(), target.vector());
    }
  }

  private void forward(Call call, Operation operation, Source source, double scale, Pixels target) {
    switch (operation) {
      case NONE -> {}
      case SKIP_CONNECT -> {
        Pixels kept = dropped(call, source.value());
        Kernels.addScaled(scale, kept.vector(), target.vector());
      }
      case AVG_POOL_3X3 -> Kernels.addScaled(scale, source.pooled().vector(), target.vector());
      case NOR_CONV_1X1, NOR_CONV_3X3 -> {
        EdgeConvolution convolution = convolution(operation);
        convolution.forward(call, source);
        convolution.addTo(target, scale);
      }
    }
  }

  /**
   * Gives the source its gradient, and computes the others that are wanted.
   *
   * @param gradient of what {@link #forward} added to
   * @param into dL/d of the source's value, added to
   * @param needsInput whether the source's gradient is of use
   */
  void backward(Call call, Source source, Pixels gradient, Pixels into, boolean needsInput) {
    double q = call.q(edgeIndex);
    stage.sums().sum(gradient.matrix(), gradientSums);
    for (Operation operation : Operation.values()) {
      int index = index(operation);
      double p = call.p(index);
      double product =
          switch (call.mode(index)) {
            case OFF -> 0;
            case SCALAR -> call.wantsProducts() ? total(gradientSums) : 0;
            case ACTIVE -> backward(call, operation, source, q * p, gradient, into, needsInput);
          };
      call.products().operation(index, p, edgeIndex, q, product);
    }
    if (spec.auxiliarySkip()) {
      double weight = call.knobs().auxiliaryWeight();
      call.products().edge(edgeIndex, weight * product(call, gradient, source.value()));
      if (needsInput) {
        Kernels.addScaled(q * weight, gradient.vector(), into.vector());
      }
    }
  }

  private double backward(
      Call call,
      Operation operation,
      Source source,
      double scale,
      Pixels gradient,
      Pixels into,
      boolean needsInput) {
    return switch (operation) {
      case NONE -> 0;
      case SKIP_CONNECT -> {
        Pixels kept = dropped(call, gradient);
        if (needsInput) {
          Kernels.addScaled(scale, kept.vector(), into.vector());
        }
        yield product(call, kept, source.value());
      }
      case AVG_POOL_3X3 -> {
        if (needsInput) {
          Kernels.addScaled(scale, gradient.vector(), source.pooledGradient().vector());
        }
        yield product(call, gradient, source.pooled());
      }
      case NOR_CONV_1X1, NOR_CONV_3X3 ->
          convolution(operation).backward(call, source, gradient, gradientSums, scale, needsInput);
    };
  }

  private static double product(Call call, Pixels one, Pixels other) {
    return call.wantsProducts() ? Kernels.dot(one.vector(), other.vector()) : 0;
  }

  private static double total(INDArray row) {
    double total = 0;
    for (float value : Transfer.download(row)) {
      total += value;
    }
    return total;
  }

  /** What dropout leaves of some numbers, or all of them where there is none. */
  private Pixels dropped(Call call, Pixels x) {
    double rate = call.knobs().effectiveSkipDropout();
    if (rate == 0) {
      return x;
    }
    long seed = Masks.edgeSeed(call.knobs().maskSeed(), edgeIndex);
    float[] mask = stage.mask();
    float scale = (float) (1 / (1 - rate));
    for (int i = 0; i < mask.length; i++) {
      mask[i] = Masks.keeps(seed, i, rate) ? scale : 0;
    }
    Pixels kept = stage.scratch();
    Transfer.upload(mask, kept.vector());
    Kernels.multiply(x.vector(), kept.vector(), kept.vector());
    return kept;
  }

  private EdgeConvolution convolution(Operation operation) {
    EdgeConvolution convolution = convolutions.get(operation);
    if (convolution == null) {
      throw new IllegalStateException(edge + " has no " + operation.label());
    }
    return convolution;
  }

  private boolean is(Call call, Operation operation, OperationMode mode) {
    return call.mode(index(operation)) == mode;
  }

  private int index(Operation operation) {
    return spec.operationIndex(cell, edge, operation);
  }
}
