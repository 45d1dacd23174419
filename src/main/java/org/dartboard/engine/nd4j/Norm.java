package org.dartboard.engine.nd4j;

import org.dartboard.engine.SupernetSpec;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch norm. Its input is overwritten with x^, the values of mean 0 and variance 1 that the
 * backward pass needs; what follows gets gamma x^ + beta times a number.
 */
final class Norm {
  private final Pixels normal;
  private final ColumnSums sums;
  private final INDArray mean;
  private final INDArray variance;
  private final INDArray inverse;
  private final INDArray factor;
  private final INDArray products;
  private final INDArray ones;
  private final @Nullable Affine affine;
  private final @Nullable RunningStatistics running;
  private boolean ofBatch;

  /**
   * @param name of the batch norm's slices
   * @param normal where the input is put and x^ stays
   * @param sums for matrices of as many rows
   */
  Norm(
      Memory memory,
      Parameters weights,
      Parameters state,
      String name,
      Pixels normal,
      ColumnSums sums) {
    this.normal = normal;
    this.sums = sums;
    int channels = normal.channels();
    mean = memory.zeros(1, channels);
    variance = memory.zeros(1, channels);
    inverse = memory.zeros(1, channels);
    factor = memory.zeros(1, channels);
    products = memory.zeros(1, channels);
    ones = memory.zeros(1, channels);
    ones.assign(1);
    affine = weights.has(name + ".gamma") ? new Affine(weights, name) : null;
    running = state.has(name + ".mean") ? new RunningStatistics(state, name) : null;
  }

  /** Where the input is put. */
  Pixels input() {
    return normal;
  }

  /**
   * Makes x^ of the input.
   *
   * @param scratch as large as the input
   */
  void normalize(Call call, Pixels scratch) {
    INDArray x = normal.matrix();
    ofBatch = call.knobs().training() || running == null;
    if (running != null && !call.knobs().training()) {
      running.copyTo(mean, variance);
    } else {
      sums.mean(x, mean);
    }
    Kernels.subtract(x, mean, x);
    if (ofBatch) {
      Kernels.multiply(x, x, scratch.matrix());
      sums.mean(scratch.matrix(), variance);
    }
    Kernels.inverseRoot(variance, SupernetSpec.EPSILON, inverse);
    Kernels.multiply(x, inverse, x);
    if (running != null && call.wantsState()) {
      running.update(mean, variance, normal.rows());
    }
  }

  /**
   * Adds scale (gamma x^ + beta).
   *
   * @param scratch as large as the input
   */
  void addTo(Pixels target, double scale, Pixels scratch) {
    if (affine == null) {
      Kernels.addScaled(scale, normal.vector(), target.vector());
      return;
    }
    factor.assign(affine.gamma());
    factor.muli(scale);
    Kernels.multiply(normal.matrix(), factor, scratch.matrix());
    factor.assign(affine.beta());
    factor.muli(scale);
    Kernels.add(scratch.matrix(), factor, scratch.matrix());
    Kernels.addScaled(1, scratch.vector(), target.vector());
  }

  /**
   * Computes the gradients of gamma and beta where they are wanted.
   *
   * @param gradient of the sum that {@link #addTo} added to
   * @param gradientSums its sum over the pixels, for each channel
   * @param scale that was added with
   * @param scratch as large as the input
   * @return the product of the gradient and gamma x^ + beta if products are wanted, else 0
   */
  double backward(Call call, Pixels gradient, INDArray gradientSums, double scale, Pixels scratch) {
    Kernels.multiply(gradient.matrix(), normal.matrix(), scratch.matrix());
    sums.sum(scratch.matrix(), products);
    if (call.wantsWeights() && affine != null) {
      affine.setGradients(products, gradientSums, scale);
    }
    if (!call.wantsProducts()) {
      return 0;
    }
    return affine == null
        ? Kernels.dot(ones, products)
        : Kernels.dot(affine.gamma(), products) + Kernels.dot(affine.beta(), gradientSums);
  }

  /**
   * Computes the gradient of the input; after {@link #backward}, with the same arguments.
   *
   * @param into dL/dx; not {@code gradient}
   */
  void inputGradient(Pixels gradient, INDArray gradientSums, double scale, Pixels into) {
    INDArray dx = into.matrix();
    if (ofBatch) {
      // What flows through variance and mean.
      factor.assign(products);
      factor.muli(-1.0 / normal.rows());
      Kernels.multiply(normal.matrix(), factor, dx);
      Kernels.addScaled(1, gradient.vector(), into.vector());
      factor.assign(gradientSums);
      factor.muli(-1.0 / normal.rows());
      Kernels.add(dx, factor, dx);
    } else {
      into.vector().assign(gradient.vector());
    }
    factor.assign(inverse);
    factor.muli(scale);
    if (affine != null) {
      Kernels.multiply(factor, affine.gamma(), factor);
    }
    Kernels.multiply(dx, factor, dx);
  }

  /** Batch norm's own scale and shift, as rows. */
  private static final class Affine {
    private final INDArray gamma;
    private final INDArray beta;
    private final INDArray gammaGradient;
    private final INDArray betaGradient;

    Affine(Parameters weights, String name) {
      gamma = weights.value(name + ".gamma");
      beta = weights.value(name + ".beta");
      gammaGradient = weights.result(name + ".gamma");
      betaGradient = weights.result(name + ".beta");
    }

    INDArray gamma() {
      return gamma;
    }

    INDArray beta() {
      return beta;
    }

    void setGradients(INDArray products, INDArray gradientSums, double scale) {
      gammaGradient.assign(products);
      gammaGradient.muli(scale);
      betaGradient.assign(gradientSums);
      betaGradient.muli(scale);
    }
  }

  /** Running mean and variance, as rows. */
  private static final class RunningStatistics {
    private final INDArray mean;
    private final INDArray variance;
    private final INDArray nextMean;
    private final INDArray nextVariance;

    RunningStatistics(Parameters state, String name) {
      mean = state.value(name + ".mean");
      variance = state.value(name + ".variance");
      nextMean = state.result(name + ".mean");
      nextVariance = state.result(name + ".variance");
    }

    void copyTo(INDArray otherMean, INDArray otherVariance) {
      otherMean.assign(mean);
      otherVariance.assign(variance);
    }

    /** The next statistics; the variance that is kept is unbiased. */
    void update(INDArray batchMean, INDArray batchVariance, long count) {
      double unbiased = count > 1 ? (double) count / (count - 1) : 1;
      mix(mean, batchMean, SupernetSpec.MOMENTUM, nextMean);
      mix(variance, batchVariance, SupernetSpec.MOMENTUM * unbiased, nextVariance);
    }

    private static void mix(INDArray old, INDArray batch, double share, INDArray next) {
      next.assign(old);
      next.muli(1 - SupernetSpec.MOMENTUM);
      Kernels.addScaled(share, batch, next);
    }
  }
}
