package org.dartboard.engine.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.global.dnnl;
import org.dartboard.engine.Masks;
import org.dartboard.engine.OperationMode;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The operations of one edge of one cell, each weighted by p q.
 *
 * <p>With D(o) the inner product of the edge's output gradient and operation o's output, dL/dp(o)
 * is q D(o), and dL/dq the sum over o of p(o) D(o).
 */
final class MixedOperation {
  private final SupernetSpec spec;
  private final int cell;
  private final Edge edge;
  private final Kernels kernels;
  private final Workspace workspace;
  private final Source source;
  private final Tensor gradient;
  private final @Nullable ConvolutionOperation small;
  private final @Nullable ConvolutionOperation large;
  private final Scalar skipFactor;
  private final Scalar poolFactor;
  private final Scalar auxiliaryFactor;
  private final Scalar constant;
  private @Nullable Dropout dropout;

  /** A convolution of the edge with its batch norm. */
  private record ConvolutionOperation(
      Operation operation, ConvolutionLayer convolution, NormLayer norm) {}

  /** A skip connection's mask and the product with it; never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Dropout(Tensor mask, FloatBuffer view, float[] values, Invocation apply) {}

  /**
   * @param source what the operations see
   * @param gradient where the gradient of the edge's output will be
   */
  MixedOperation(
      Kernels kernels,
      Network network,
      Workspace workspace,
      int cell,
      Edge edge,
      Source source,
      Tensor gradient) {
    this.spec = network.spec();
    this.cell = cell;
    this.edge = edge;
    this.kernels = kernels;
    this.workspace = workspace;
    this.source = source;
    this.gradient = gradient;
    small = convolution(network, Operation.NOR_CONV_1X1);
    large = convolution(network, Operation.NOR_CONV_3X3);
    skipFactor = new Scalar(kernels);
    poolFactor = new Scalar(kernels);
    auxiliaryFactor = new Scalar(kernels);
    constant = new Scalar(kernels);
  }

  private @Nullable ConvolutionOperation convolution(Network network, Operation operation) {
    if (!spec.has(edge, operation)) {
      return null;
    }
    String name = SupernetLayout.operationName(cell, edge, operation);
    Shape shape = workspace.shape;
    Tensor output = kernels.onednn().images(shape);
    ConvolutionLayer convolution =
        new ConvolutionLayer(
            kernels,
            network.weights(),
            network.gradient(),
            network.layout().weights().slice(name + ".weight"),
            shape,
            1,
            new ConvolutionLayer.Ends(
                source.rectified(), output, source.gradient(), workspace.convolutionGradient));
    NormLayer norm =
        new NormLayer(
            kernels,
            network.layout(),
            name,
            shape,
            output,
            output,
            gradient,
            workspace.convolutionGradient);
    return new ConvolutionOperation(operation, convolution, norm);
  }

  /** Whether a convolution is active. */
  boolean convolves(Call call) {
    return (small != null && active(call, Operation.NOR_CONV_1X1))
        || (large != null && active(call, Operation.NOR_CONV_3X3));
  }

  /** Whether average pooling is active. */
  boolean pools(Call call) {
    return active(call, Operation.AVG_POOL_3X3);
  }

  /** Adds the active operations' outputs to a sum. */
  void forward(Call call, Sum sum) {
    forward(call, sum, small);
    forward(call, sum, large);
    if (active(call, Operation.SKIP_CONNECT)) {
      skipFactor.set(factor(call, Operation.SKIP_CONNECT));
      if (call.knobs().effectiveSkipDropout() > 0) {
        Dropout drawn = draw(call);
        sum.scaled(masked(drawn, source.value(), sum), skipFactor);
      } else {
        sum.scaled(source.value(), skipFactor);
      }
    }
    if (spec.auxiliarySkip()) {
      auxiliaryFactor.set(edgeWeight(call) * call.knobs().auxiliaryWeight());
      sum.scaled(source.value(), auxiliaryFactor);
    }
    if (pools(call)) {
      poolFactor.set(factor(call, Operation.AVG_POOL_3X3));
      sum.scaled(source.pooled(), poolFactor);
    }
  }

  /** Adds what operations that are taken as numbers give, after the sum. */
  void addConstants(Call call, Tensor target) {
    double total = 0;
    for (int code = 0; code < Operation.COUNT; code++) {
      Operation operation = Operation.ofCode(code);
      if (mode(call, operation) == OperationMode.SCALAR) {
        total += factor(call, operation);
      }
    }
    if (total != 0) {
      constant.set(total);
      workspace.sum.addNumber(target, constant);
    }
  }

  private void forward(Call call, Sum sum, @Nullable ConvolutionOperation operation) {
    if (operation != null && active(call, operation.operation)) {
      operation.convolution.forward();
      operation.norm.forward(call, factor(call, operation.operation), sum.place());
    }
  }

  /**
   * Computes the convolutions' gradients.
   *
   * @param wanted whether the input's gradient is
   * @param holds whether there is one already, to be added to
   * @return whether there is one now
   */
  boolean backwardConvolutions(Call call, boolean wanted, boolean holds) {
    boolean first = backward(call, small, wanted, holds);
    return backward(call, large, wanted, first);
  }

  private boolean backward(
      Call call, @Nullable ConvolutionOperation operation, boolean wanted, boolean holds) {
    if (operation == null || !active(call, operation.operation)) {
      return holds;
    }
    operation.norm.backward();
    if (call.wantsProducts()) {
      addProduct(call, operation.operation, operation.norm.factorGradient(call.input().weights()));
    }
    if (call.wantsWeights()) {
      operation.norm.storeGradient(
          factor(call, operation.operation), call.output().weightGradient());
      operation.convolution.backwardWeights();
    }
    if (wanted) {
      operation.convolution.backward(holds);
    }
    return holds || wanted;
  }

  /** Computes dL/dp and dL/dq of all that is not convolved. */
  void backwardProducts(Call call) {
    boolean dropped = call.knobs().effectiveSkipDropout() > 0;
    boolean skips = active(call, Operation.SKIP_CONNECT);
    boolean helps = spec.auxiliarySkip() && call.wantsEdges();
    if (helps || (skips && !dropped)) {
      double product = workspace.products.product(source.value(), gradient);
      if (skips && !dropped) {
        addProduct(call, Operation.SKIP_CONNECT, product);
      }
      if (helps) {
        addEdge(call, call.knobs().auxiliaryWeight() * product);
      }
    }
    if (skips && dropped && dropout != null) {
      workspace.sum.begin(gradient, true);
      Tensor masked = masked(dropout, gradient, workspace.sum);
      addProduct(call, Operation.SKIP_CONNECT, workspace.products.product(source.value(), masked));
    }
    if (pools(call)) {
      addProduct(
          call, Operation.AVG_POOL_3X3, workspace.products.product(source.pooled(), gradient));
    }
    double sum = Double.NaN;
    for (int code = 0; code < Operation.COUNT; code++) {
      Operation operation = Operation.ofCode(code);
      if (mode(call, operation) == OperationMode.SCALAR) {
        sum = Double.isNaN(sum) ? workspace.products.sum(gradient) : sum;
        addProduct(call, operation, sum);
      }
    }
  }

  /** Adds the gradient of pooling's output to a sum. */
  void addPoolGradient(Call call, Sum sum) {
    if (pools(call)) {
      sum.scaled(gradient, poolFactor);
    }
  }

  /** Adds the gradient that comes straight through skip connections to a sum. */
  void addSkipGradient(Call call, Sum sum) {
    if (active(call, Operation.SKIP_CONNECT)) {
      boolean dropped = call.knobs().effectiveSkipDropout() > 0 && dropout != null;
      sum.scaled(
          dropped && dropout != null ? masked(dropout, gradient, sum) : gradient, skipFactor);
    }
    if (spec.auxiliarySkip()) {
      sum.scaled(gradient, auxiliaryFactor);
    }
  }

  private Dropout draw(Call call) {
    Shape shape = workspace.shape;
    Dropout drawn = dropout;
    if (drawn == null) {
      Tensor mask = kernels.onednn().images(shape);
      FloatBuffer view = mask.floats();
      Invocation apply =
          new Invocation(
              kernels.onednn(),
              kernels.binary(shape, dnnl.dnnl_binary_mul, shape, Attributes.NONE),
              new int[] {dnnl.DNNL_ARG_SRC_0, dnnl.DNNL_ARG_SRC_1, dnnl.DNNL_ARG_DST},
              mask,
              mask,
              mask);
      drawn = new Dropout(mask, view, new float[view.capacity()], apply);
      dropout = drawn;
    }
    double rate = call.knobs().effectiveSkipDropout();
    long seed = Masks.edgeSeed(call.knobs().maskSeed(), spec.edgeIndex(cell, edge));
    float kept = (float) (1 / (1 - rate));
    for (int i = 0; i < drawn.values.length; i++) {
      drawn.values[i] = Masks.keeps(seed, i, rate) ? kept : 0;
    }
    drawn.view.put(0, drawn.values);
    return drawn;
  }

  private static Tensor masked(Dropout dropout, Tensor tensor, Sum sum) {
    Tensor result = sum.spare();
    dropout.apply.set(0, tensor);
    dropout.apply.set(2, result);
    dropout.apply.run();
    return result;
  }

  private void addProduct(Call call, Operation operation, double product) {
    int index = spec.operationIndex(cell, edge, operation);
    if (call.wantsOperations()) {
      call.output().operationGradient()[index] = edgeWeight(call) * product;
    }
    if (call.wantsEdges()) {
      addEdge(call, call.input().operationWeights()[index] * product);
    }
  }

  private void addEdge(Call call, double term) {
    call.output().edgeGradient()[spec.edgeIndex(cell, edge)] += term;
  }

  private double factor(Call call, Operation operation) {
    return call.input().operationWeights()[spec.operationIndex(cell, edge, operation)]
        * edgeWeight(call);
  }

  private double edgeWeight(Call call) {
    return call.input().edgeWeights()[spec.edgeIndex(cell, edge)];
  }

  private OperationMode mode(Call call, Operation operation) {
    return call.input().modes()[spec.operationIndex(cell, edge, operation)];
  }

  private boolean active(Call call, Operation operation) {
    return mode(call, operation) == OperationMode.ACTIVE;
  }
}
