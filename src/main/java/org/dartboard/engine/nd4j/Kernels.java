package org.dartboard.engine.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp.DynamicCustomOpsBuilder;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.floating.RSqrt;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's operations, each writing into an array that is there.
 *
 * <p>Arrays are dense and row-major unless said otherwise: on strided views ND4J's arithmetic takes
 * a path a hundred times slower, and only {@link INDArray#assign(INDArray)} does not.
 */
final class Kernels {
  private Kernels() {}

  /** z = alpha a b + beta z, with a or b transposed on demand; matrices. */
  static void multiplyMatrices(
      INDArray a,
      boolean transposeA,
      INDArray b,
      boolean transposeB,
      double alpha,
      double beta,
      INDArray z) {
    Nd4j.exec(
        DynamicCustomOp.builder("matmul")
            .addInputs(a, b)
            .addOutputs(z)
            .addIntegerArguments(transposeA ? 1 : 0, transposeB ? 1 : 0, 0)
            .addFloatingPointArguments(alpha, beta)
            .build());
  }

  /** z = x y, number by number; dimensions of 1 are repeated. z may be x. */
  static void multiply(INDArray x, INDArray y, INDArray z) {
    run("multiply", z, x, y);
  }

  /** z = x + y, number by number; dimensions of 1 are repeated. z may be x. */
  static void add(INDArray x, INDArray y, INDArray z) {
    run("add", z, x, y);
  }

  /** z = x - y, number by number; dimensions of 1 are repeated. z may be x. */
  static void subtract(INDArray x, INDArray y, INDArray z) {
    run("subtract", z, x, y);
  }

  /** z = max(0, x). */
  static void relu(INDArray x, INDArray z) {
    Nd4j.exec(
        DynamicCustomOp.builder("relu")
            .addInputs(x)
            .addOutputs(z)
            .addFloatingPointArguments(0.0)
            .build());
  }

  /** z = g where x is above 0, else 0. */
  static void reluGradient(INDArray x, INDArray g, INDArray z) {
    run("relu_bp", z, x, g);
  }

  /** y = y + alpha x; vectors. */
  static void addScaled(double alpha, INDArray x, INDArray y) {
    Nd4j.getBlasWrapper().level1().axpy(x.length(), alpha, x, y);
  }

  /** The sum of x y; vectors. */
  static double dot(INDArray x, INDArray y) {
    return Nd4j.getBlasWrapper().level1().dot(x.length(), 1, x, y);
  }

  /** z = 1 / sqrt(x + epsilon). */
  static void inverseRoot(INDArray x, double epsilon, INDArray z) {
    z.assign(x);
    z.addi(epsilon);
    Nd4j.exec(new RSqrt(z, z));
  }

  /** z = 1 / (1 + exp(-x)). */
  static void sigmoid(INDArray x, INDArray z) {
    run("sigmoid", z, x);
  }

  /** z = g s (1 - s) with s = 1 / (1 + exp(-x)). */
  static void sigmoidGradient(INDArray x, INDArray g, INDArray z) {
    run("sigmoid_bp", z, x, g);
  }

  /** z = the mean of x over dimension 1; x has three dimensions, z two. */
  static void mean(INDArray x, INDArray z) {
    reduce("reduce_mean", x, z);
  }

  /** z = the sum of x over dimension 1; x has three dimensions, z two. */
  static void sum(INDArray x, INDArray z) {
    reduce("reduce_sum", x, z);
  }

  /** z = the largest of x over dimension 1; x has three dimensions, z two. */
  static void maximum(INDArray x, INDArray z) {
    reduce("reduce_max", x, z);
  }

  /** z = the first place of the largest of x over dimension 1; z is an array of 64-bit integers. */
  static void placeOfMaximum(INDArray x, INDArray z) {
    reduce("argmax", x, z);
  }

  /** z = 1 where x is above 0, else 0. */
  static void step(INDArray x, INDArray z) {
    Nd4j.exec(new Step(x, z));
  }

  /** y = the means of squares of 2x2 pixels of x; [image, row, column, channel]. */
  static void halve(INDArray x, INDArray y) {
    Nd4j.exec(halving("avgpool2d").addInputs(x).addOutputs(y).build());
  }

  /** z = the gradient of x, given that of what {@link #halve} makes of it. */
  static void halveGradient(INDArray x, INDArray gradient, INDArray z) {
    Nd4j.exec(halving("avgpool2d_bp").addInputs(x, gradient).addOutputs(z).build());
  }

  private static DynamicCustomOpsBuilder halving(String name) {
    // Kernel, stride, padding and dilation of height and width, no automatic padding, padding not
    // counted, channels last.
    return DynamicCustomOp.builder(name).addIntegerArguments(2, 2, 2, 2, 0, 0, 1, 1, 0, 0, 1);
  }

  private static void reduce(String name, INDArray x, INDArray z) {
    Nd4j.exec(
        DynamicCustomOp.builder(name).addInputs(x).addOutputs(z).addIntegerArguments(1).build());
  }

  private static void run(String name, INDArray z, INDArray... inputs) {
    DynamicCustomOpsBuilder operation = DynamicCustomOp.builder(name);
    Nd4j.exec(operation.addInputs(inputs).addOutputs(z).build());
  }
}
