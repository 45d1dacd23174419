package org.dartboard.engine.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A 3x3 convolution and batch norm outside the cells, with stride 1 or 2.
 *
 * <p>Stride 2 is stride 1 with every other row and column taken: four times the arithmetic, on two
 * convolutions of the whole network.
 */
final class ConvolutionNorm {
  private final Convolution3x3 convolution;
  private final Norm norm;
  private final Frame input;
  private final Frame output;
  private final Frame inputGradient;
  private final Frame outputGradient;
  private final Pixels dense;
  private final INDArray taken;
  private final Pixels scratch;
  private final Pixels gradient;
  private final ColumnSums sums;
  private final INDArray gradientSums;

  /**
   * @param name of the slices
   * @param side of the input
   */
  ConvolutionNorm(Network.Parts parts, String name, int count, int side, int stride) {
    Memory memory = parts.memory();
    int[] shape = parts.weights().shape(name + ".weight");
    int to = shape[0];
    int from = shape[1];
    convolution = new Convolution3x3(memory, parts.weights(), name);
    input = new Frame(memory, count, side, from);
    output = new Frame(memory, count, side, to);
    inputGradient = new Frame(memory, count, side, from);
    outputGradient = new Frame(memory, count, side, to);
    dense = Pixels.allocate(memory, count, side, to);
    taken =
        dense
            .grid()
            .get(
                NDArrayIndex.all(),
                NDArrayIndex.interval(0, stride, side),
                NDArrayIndex.interval(0, stride, side),
                NDArrayIndex.all());
    Pixels normal = Pixels.allocate(memory, count, side / stride, to);
    scratch = Pixels.allocate(memory, count, side / stride, to);
    gradient = Pixels.allocate(memory, count, side / stride, to);
    sums = new ColumnSums(memory, normal.rows());
    gradientSums = memory.zeros(1, to);
    norm = parts.norm(name, normal, sums);
  }

  /** y = the normalised convolution of x. */
  void forward(Call call, Pixels x, Pixels y) {
    input.set(x);
    convolution.forward(input, output);
    output.copyTo(dense);
    norm.input().grid().assign(taken);
    norm.normalize(call, scratch);
    y.clear();
    norm.addTo(y, 1, scratch);
  }

  /**
   * Computes the weights' gradients if they are wanted.
   *
   * @param outputGradients dL/dy
   * @param into dL/dx, if {@code needsInput}
   */
  void backward(Call call, Pixels outputGradients, Pixels into, boolean needsInput) {
    sums.sum(outputGradients.matrix(), gradientSums);
    norm.backward(call, outputGradients, gradientSums, 1, scratch);
    norm.inputGradient(outputGradients, gradientSums, 1, gradient);
    dense.clear();
    taken.assign(gradient.grid());
    outputGradient.set(dense);
    if (call.wantsWeights()) {
      convolution.weightGradient(input, outputGradient);
    }
    if (needsInput) {
      inputGradient.core().assign(0);
      convolution.addInputGradient(outputGradient, inputGradient);
      inputGradient.copyTo(into);
    }
  }
}
