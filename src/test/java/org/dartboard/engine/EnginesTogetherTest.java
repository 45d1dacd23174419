package org.dartboard.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.data.Augmentation;
import org.dartboard.data.Batch;
import org.dartboard.data.BatchMaker;
import org.dartboard.data.Cifar10;
import org.dartboard.data.DataException;
import org.dartboard.data.DataPosition;
import org.dartboard.data.ImageSet;
import org.dartboard.data.Layout;
import org.dartboard.data.Normalization;
import org.dartboard.engine.nd4j.Nd4jSupernet;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.io.DataFolders;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two engines that share no kernel, at sizes where the reference would take minutes. */
class EnginesTogetherTest {
  private static final int STEPS = 5;
  private static final float RATE = 0.005f;
  private static final double ROUNDING = 0x1p-22;

  @Test
  void theyAgreeOnTheSupernetOfTheBenchmark() {
    SupernetSpec spec = SupernetSpec.search(16, 5, 32, 10, true);
    int batch = 4;
    RandomCase call = RandomCase.of("full size", spec, Knobs.TRAINING, batch, 3);
    SupernetOutput nd4j = evaluate(Nd4jSupernet::new, call);
    SupernetOutput onednn = evaluate(OneDnnSupernet::new, call);
    UniformRandomProvider random = new RandomStreams("rounding", 1).stream("images");
    FloatBuffer images = call.batch().images();
    for (int i = 0; i < images.capacity(); i++) {
      images.put(i, images.get(i) * (1 + (float) random.nextDouble(-ROUNDING, ROUNDING)));
    }
    SupernetOutput rounded = evaluate(OneDnnSupernet::new, call);

    assertEquals(onednn.loss(), nd4j.loss(), 1e-5);
    for (Result result : Result.values()) {
      double distance = relativeDistance(result.of(onednn), result.of(nd4j));
      double moved = relativeDistance(result.of(onednn), result.of(rounded));
      assertTrue(
          distance <= 10 * moved + 1e-6,
          () -> result + " differs by " + distance + ", and by " + moved + " from rounded images");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"333333", "421211"})
  void theyTrainOneArchitectureAlikeOnRealImages(String code) throws DataException {
    SupernetSpec spec = SupernetSpec.discrete(Cell.ofCode(code), 8, 1, 32, 10);
    BatchMaker batches = batches(16);
    try (Supernet nd4j = new Nd4jSupernet(spec, 16);
        Supernet onednn = new OneDnnSupernet(spec, 16)) {
      Training one = new Training(nd4j);
      Training other = new Training(onednn);
      Batch batch = Batch.allocate(16, 32, Layout.NHWC);
      double first = Double.NaN;
      for (int step = 0; step < STEPS; step++) {
        batches.make(new DataPosition(0, step), batch);
        double loss = one.step(batch);
        double otherLoss = other.step(batch);
        // Batch norm of a few images magnifies rounding from step to step.
        assertEquals(otherLoss, loss, step == 0 ? 1e-5 : 1e-3, "step " + step);
        first = step == 0 ? loss : first;
        assertTrue(step == 0 || loss != first, "the loss stays");
      }
      assertTrue(relativeDistance(other.state(), one.state()) < 1e-3, "running statistics");
      assertEquals(other.score(batch), one.score(batch), 1e-3, "evaluation");
    }
  }

  /** What an evaluation gives besides the loss. */
  private enum Result {
    WEIGHT_GRADIENT(output -> RandomCase.doubles(output.weightGradient())),
    OPERATION_GRADIENT(SupernetOutput::operationGradient),
    EDGE_GRADIENT(SupernetOutput::edgeGradient),
    STATE(output -> RandomCase.doubles(output.state()));

    private final Function<SupernetOutput, double[]> part;

    Result(Function<SupernetOutput, double[]> part) {
      this.part = part;
    }

    double[] of(SupernetOutput output) {
      return part.apply(output);
    }
  }

  /** Plain gradient descent on one engine. */
  private static final class Training {
    private final Supernet supernet;
    private final SupernetInput input;
    private final SupernetOutput output;

    Training(Supernet supernet) {
      this.supernet = supernet;
      SupernetLayout layout = supernet.layout();
      input =
          new SupernetInput(
              supernet.spec(),
              FlatBuffers.allocate(layout.weights().length()),
              FlatBuffers.allocate(layout.state().length()));
      WeightInitialization.weights(layout, new RandomStreams("training", 1), input.weights());
      WeightInitialization.state(layout, input.state());
      output = new SupernetOutput(supernet.spec(), layout, 16);
    }

    double step(Batch batch) {
      Set<Want> want = EnumSet.of(Want.WEIGHT_GRADIENT, Want.STATE);
      supernet.evaluate(input, Knobs.TRAINING, batch, want, output);
      FloatBuffer w = input.weights();
      for (int i = 0; i < w.capacity(); i++) {
        w.put(i, w.get(i) - RATE * output.weightGradient().get(i));
      }
      input.state().put(0, output.state(), 0, output.state().capacity());
      return output.loss();
    }

    double score(Batch batch) {
      supernet.evaluate(input, Knobs.EVALUATION, batch, Set.of(), output);
      return output.loss();
    }

    double[] state() {
      return RandomCase.doubles(input.state());
    }
  }

  private static SupernetOutput evaluate(SupernetFactory engine, RandomCase call) {
    SupernetOutput output = new SupernetOutput(call.spec(), call.layout(), call.batch().capacity());
    try (Supernet supernet = engine.create(call.spec(), call.batch().capacity())) {
      supernet.evaluate(
          call.input(), call.knobs(), call.batch(), EnumSet.allOf(Want.class), output);
    }
    return output;
  }

  private static double relativeDistance(double[] expected, double[] actual) {
    double distance = 0;
    double size = 0;
    for (int i = 0; i < expected.length; i++) {
      distance += (expected[i] - actual[i]) * (expected[i] - actual[i]);
      size += expected[i] * expected[i];
    }
    return Math.sqrt(distance / size);
  }

  private static BatchMaker batches(int size) throws DataException {
    Optional<Path> folder = DataFolders.of(System.getenv(), Path.of("")).lookUp(Cifar10.FOLDER);
    assumeTrue(
        folder.isPresent(),
        "no folder cifar-10 under DARTBOARD_DATA or nasbench201-data: nothing to learn from");
    ImageSet images = Cifar10.test(folder.orElseThrow());
    return new BatchMaker(
        images,
        BatchMaker.all(images),
        size,
        BatchMaker.Order.SHUFFLED,
        Augmentation.standard(32),
        Normalization.CIFAR_10,
        new RandomStreams("training", 1));
  }
}
