package org.dartboard.engine.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.dartboard.data.Augmentation;
import org.dartboard.data.Batch;
import org.dartboard.data.BatchMaker;
import org.dartboard.data.Cifar10;
import org.dartboard.data.DataException;
import org.dartboard.data.DataPosition;
import org.dartboard.data.ImageSet;
import org.dartboard.data.Layout;
import org.dartboard.data.Normalization;
import org.dartboard.engine.Agreement;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.OperationMode;
import org.dartboard.engine.Precision;
import org.dartboard.engine.RandomCase;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;
import org.dartboard.engine.WeightInitialization;
import org.dartboard.engine.reference.ReferenceEngine;
import org.dartboard.engine.reference.ReferenceSupernet;
import org.dartboard.io.DataFolders;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole networks as they are used: one architecture, and a supernet that learns real images. */
class OneDnnTrainingTest {
  private static final int STEPS = 20;
  private static final double RATE = 0.025;

  @ParameterizedTest
  @ValueSource(strings = {"333333", "421211", "111111", "130423"})
  void oneArchitectureAgreesWithTheReferenceInTrainingAndEvaluation(String code) {
    SupernetSpec spec = SupernetSpec.discrete(Cell.ofCode(code), 4, 1, 8, 3);
    for (Knobs knobs : new Knobs[] {Knobs.TRAINING, Knobs.EVALUATION}) {
      RandomCase call = RandomCase.of(code, spec, knobs, 4, 5);
      Arrays.fill(call.input().operationWeights(), 1);
      Arrays.fill(call.input().edgeWeights(), 1);
      for (int cell = 0; cell < spec.cells(); cell++) {
        for (Edge edge : Edge.all()) {
          for (Operation operation : Operation.values()) {
            call.input().modes()[spec.operationIndex(cell, edge, operation)] =
                spec.has(edge, operation) ? OperationMode.ACTIVE : OperationMode.OFF;
          }
        }
      }
      try (OneDnnSupernet supernet = new OneDnnSupernet(spec, 4)) {
        Agreement.assertAgrees(supernet, call, 0x1p-24);
      }
    }
  }

  @Test
  void aSmallSupernetLearnsRealImagesAsTheReferenceDoes() throws DataException {
    SupernetSpec spec = SupernetSpec.search(4, 1, 16, 10, false);
    try (OneDnnSupernet supernet = new OneDnnSupernet(spec, 16)) {
      SupernetInput input = start(spec, supernet.layout());
      SupernetOutput output = new SupernetOutput(spec, supernet.layout(), 16);
      Set<Want> want = EnumSet.of(Want.WEIGHT_GRADIENT);
      BatchMaker batches = batches(images().halved());
      Batch batch = Batch.allocate(16, 16, Layout.NHWC);
      double[] w = RandomCase.doubles(input.weights());
      double first = Double.NaN;
      double last = Double.NaN;
      for (int step = 0; step < STEPS; step++) {
        batches.make(new DataPosition(0, step), batch);
        supernet.evaluate(input, Knobs.TRAINING, batch, want, output);
        ReferenceSupernet reference =
            new ReferenceSupernet(
                spec,
                supernet.layout(),
                new ReferenceSupernet.Arguments(
                    w,
                    RandomCase.doubles(input.state()),
                    input.operationWeights(),
                    input.modes(),
                    input.edgeWeights(),
                    Knobs.TRAINING,
                    RandomCase.doubles(batch.images()),
                    batch.labels()));
        assertEquals(reference.loss(), output.loss(), 1e-4, "step " + step);
        double[] gradient = reference.weightGradient();
        for (int i = 0; i < w.length; i++) {
          w[i] -= RATE * gradient[i];
          input
              .weights()
              .put(i, (float) (input.weights().get(i) - RATE * output.weightGradient().get(i)));
        }
        first = step == 0 ? output.loss() : first;
        last = output.loss();
      }
      assertTrue(Math.abs(first - last) > 0.01, "the loss has moved from " + first);
    }
  }

  @Test
  void theLossStaysInABandAroundTheReferencesForTwoHundredSteps() throws DataException {
    SupernetSpec spec = SupernetSpec.search(2, 1, 8, 10, false);
    ImageSet images = images().halved().halved();
    try (OneDnnSupernet supernet = new OneDnnSupernet(spec, 16);
        ReferenceEngine reference = new ReferenceEngine(spec, 16)) {
      double[] actual = losses(supernet, images);
      double[] expected = losses(reference, images);
      assertInBand(expected, actual);
      assertLearnt(expected);
    }
  }

  @Test
  void theLossInBf16StaysInTheSameBandAroundThatInSinglePrecision() throws DataException {
    assumeTrue(
        InstructionSet.effective().supports(Precision.BF16),
        "the processor has no AVX-512, without which oneDNN has no bf16");
    SupernetSpec spec = SupernetSpec.search(4, 1, 16, 10, false);
    ImageSet images = images().halved();
    try (OneDnnSupernet wide = new OneDnnSupernet(spec, 16);
        OneDnnSupernet narrow = new OneDnnSupernet(spec, 16, Precision.BF16)) {
      double[] actual = losses(narrow, images);
      assertInBand(losses(wide, images), actual);
      assertLearnt(actual);
    }
  }

  /** Single steps drift apart, as any two roundings do; means of twenty stay within 0.05. */
  private static void assertInBand(double[] expected, double[] actual) {
    for (int step = 0; step + 20 <= expected.length; step += 20) {
      assertEquals(mean(expected, step), mean(actual, step), 0.05, "from step " + step);
    }
  }

  private static void assertLearnt(double[] losses) {
    double gain = mean(losses, 0) - mean(losses, losses.length - 20);
    assertTrue(gain > 0.1, "the loss has fallen by " + gain);
  }

  /** The mean of twenty losses. */
  private static double mean(double[] losses, int from) {
    return Arrays.stream(losses, from, from + 20).average().orElseThrow();
  }

  /** The losses of two hundred steps of gradient descent on w. */
  private static double[] losses(Supernet supernet, ImageSet images) {
    SupernetSpec spec = supernet.spec();
    SupernetInput input = start(spec, supernet.layout());
    SupernetOutput output = new SupernetOutput(spec, supernet.layout(), 16);
    BatchMaker batches = batches(images);
    Batch batch = Batch.allocate(16, spec.imageSize(), Layout.NHWC);
    double[] losses = new double[200];
    for (int step = 0; step < losses.length; step++) {
      batches.make(new DataPosition(0, step), batch);
      supernet.evaluate(input, Knobs.TRAINING, batch, EnumSet.of(Want.WEIGHT_GRADIENT), output);
      losses[step] = output.loss();
      for (int i = 0; i < input.weights().capacity(); i++) {
        double change = RATE * output.weightGradient().get(i);
        input.weights().put(i, (float) (input.weights().get(i) - change));
      }
    }
    return losses;
  }

  private static SupernetInput start(SupernetSpec spec, SupernetLayout layout) {
    SupernetInput input =
        new SupernetInput(
            spec,
            FlatBuffers.allocate(layout.weights().length()),
            FlatBuffers.allocate(layout.state().length()));
    WeightInitialization.weights(layout, new RandomStreams("learning", 1), input.weights());
    WeightInitialization.state(layout, input.state());
    Arrays.fill(input.operationWeights(), 0.2);
    return input;
  }

  private static ImageSet images() throws DataException {
    Optional<Path> folder = DataFolders.of(System.getenv(), Path.of("")).lookUp(Cifar10.FOLDER);
    assumeTrue(
        folder.isPresent(),
        "no folder cifar-10 under DARTBOARD_DATA or nasbench201-data: nothing to learn from");
    return Cifar10.test(folder.orElseThrow());
  }

  private static BatchMaker batches(ImageSet images) {
    return new BatchMaker(
        images,
        BatchMaker.all(images),
        16,
        BatchMaker.Order.SHUFFLED,
        Augmentation.standard(images.side()),
        Normalization.CIFAR_10,
        new RandomStreams("learning", 1));
  }
}
