package org.dartboard.benchmark.libtorch;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.dartboard.benchmark.contender.Contender;
import org.dartboard.benchmark.contender.Outcome;
import org.dartboard.benchmark.contender.Work;
import org.dartboard.benchmark.contender.Workload;
import org.dartboard.data.Batch;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.dartboard.workload.SearchStep;
import org.jspecify.annotations.Nullable;

/**
 * A contender on libtorch.
 *
 * <p>It has every courtesy that the engines have: a step computes only the gradients that it needs,
 * gradients are dropped rather than zeroed, nothing is read back but the loss, and what a step made
 * is freed when it ends, not when the garbage collector finds it.
 */
public final class LibtorchContender implements Contender {
  private final Workload workload;
  private final Format format;
  private final PointerScope scope = new PointerScope();
  private final Parameters parameters;
  private final LibtorchNetwork network;
  private final Tensor alpha;
  private final Images training;
  private final Images validation;
  private final SGD descent;
  private final Adam adam;
  private final UnrolledGradient unrolled;
  private double loss = Double.NaN;

  private record Images(Tensor images, Tensor labels) {}

  /**
   * Makes the network.
   *
   * @param threads how many threads libtorch uses
   */
  public LibtorchContender(Workload workload, Format format, int threads) {
    this.workload = workload;
    this.format = format;
    torch.set_num_threads(threads);
    parameters = new Parameters(workload.spec(), workload.streams(), format);
    network = new LibtorchNetwork(workload.spec(), workload.mixedCells(), parameters);
    training = images(workload.training());
    validation = images(workload.validation());
    alpha = alpha();
    SGDOptions sgd = new SGDOptions(0.025);
    sgd.momentum().put(0.9);
    sgd.weight_decay().put(5e-4);
    sgd.nesterov().put(true);
    descent = new SGD(parameters.trainable(), sgd);
    AdamOptions options = new AdamOptions(3e-4);
    // A C++ tuple lies in memory last element first.
    options.betas().put(0.999, 0.5);
    options.weight_decay().put(1e-3);
    adam = new Adam(new TensorVector(alpha), options);
    unrolled = new UnrolledGradient(parameters, alpha);
  }

  private Tensor alpha() {
    float[] values = new float[Edge.COUNT * Operation.COUNT];
    if (workload.work() == Work.SEARCH_STEP || workload.work() == Work.UNROLLED_GRADIENT) {
      double[] initial = SearchStep.initialAlpha(workload.streams());
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) initial[i];
      }
    }
    return AbstractTensor.create(values, Edge.COUNT, Operation.COUNT);
  }

  private Images images(Batch batch) {
    float[] values = new float[batch.images().capacity()];
    batch.images().get(0, values);
    long[] shape = {batch.size(), batch.side(), batch.side(), 3};
    Tensor channelsLast = torch.from_blob(new FloatPointer(values), shape).clone();
    Tensor images = channelsLast.permute(0, 3, 1, 2);
    if (format == Format.CONTIGUOUS) {
      images = images.contiguous();
    }
    long[] labels = new long[batch.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = batch.labels()[i];
    }
    return new Images(images, AbstractTensor.create(labels, labels.length));
  }

  @Override
  public double run() {
    switch (workload.work()) {
      case SEARCH_STEP -> {
        alphaStep();
        loss = weightStep(true);
      }
      case GRADIENTS -> loss = gradients();
      case UNROLLED_GRADIENT -> loss = unrolled();
      case TRAINING_STEP -> loss = weightStep(false);
    }
    return loss;
  }

  private double weightStep(boolean mixed) {
    try (PointerScope step = new PointerScope()) {
      parameters.requireGradient(true);
      alpha.set_requires_grad(false);
      descent.zero_grad(true);
      Tensor value = forward(training, mixed ? alpha.softmax(-1) : null);
      value.backward();
      descent.step();
      return value.item_float();
    }
  }

  private void alphaStep() {
    try (PointerScope step = new PointerScope()) {
      parameters.requireGradient(false);
      alpha.set_requires_grad(true);
      adam.zero_grad(true);
      forward(validation, alpha.softmax(-1)).backward();
      adam.step();
    }
  }

  private double gradients() {
    try (PointerScope step = new PointerScope()) {
      alpha.set_requires_grad(true);
      descent.zero_grad(true);
      adam.zero_grad(true);
      Tensor value = forward(training, alpha.add(new Scalar(1.0 / Operation.COUNT)));
      value.backward();
      return value.item_float();
    }
  }

  private double unrolled() {
    try (PointerScope step = new PointerScope()) {
      return unrolled.compute(
          () -> forward(training, alpha.softmax(-1)), () -> forward(validation, alpha.softmax(-1)));
    }
  }

  private Tensor forward(Images batch, @Nullable Tensor weights) {
    try (Autocast autocast = new Autocast(format == Format.BF16)) {
      Tensor logits = network.logits(batch.images, weights);
      return torch.cross_entropy_loss(logits, batch.labels);
    }
  }

  @Override
  public Outcome outcome() {
    try (PointerScope reading = new PointerScope()) {
      if (workload.work() == Work.UNROLLED_GRADIENT) {
        return new Outcome(loss, List.of(), unrolled.gradient());
      }
      List<Double> norms = new ArrayList<>();
      parameters.weights().values().forEach(tensor -> norms.add(norm(tensor.grad())));
      List<Double> slopes = new ArrayList<>();
      if (workload.work() != Work.TRAINING_STEP) {
        // Where no cell has mixed operations there is no gradient.
        Tensor gradient =
            alpha.grad().defined()
                ? alpha.grad().contiguous()
                : torch.zeros(Edge.COUNT, Operation.COUNT);
        FloatBuffer values = gradient.createBuffer();
        for (int i = 0; i < Edge.COUNT * Operation.COUNT; i++) {
          slopes.add((double) values.get(i));
        }
      }
      return new Outcome(loss, norms, slopes);
    }
  }

  private static double norm(Tensor gradient) {
    return gradient.defined() ? gradient.norm().item_float() : 0;
  }

  @Override
  public void close() {
    scope.close();
  }
}
