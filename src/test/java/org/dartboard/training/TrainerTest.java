package org.dartboard.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.dartboard.checkpoint.SavedState;
import org.dartboard.data.Augmentation;
import org.dartboard.data.Batch;
import org.dartboard.data.BatchMaker;
import org.dartboard.data.DataPosition;
import org.dartboard.data.GeneratedImages;
import org.dartboard.data.ImageSet;
import org.dartboard.data.Layout;
import org.dartboard.descent.Descent;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.SupernetFactory;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.Want;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.engine.reference.ReferenceEngine;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
  private static final SupernetFactory ENGINE = OneDnnSupernet::new;

  /**
   * Two steps worked by hand, with gradients from the reference in double precision: g = gradient +
   * decay w, v = momentum v + g, w -= rate (g + momentum v) or rate v, at the rates of the cosine.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theWeightsMoveAsStochasticGradientDescentSays(boolean nesterov) {
    ImageSet images = GeneratedImages.of(12, TinyTrainings.SIDE, TinyTrainings.CLASSES, 2);
    int[] chosen = BatchMaker.all(images);
    TrainingData data =
        new TrainingData("one batch", images, chosen, images, chosen, TinyTrainings.NORMALIZATION);
    Recipe recipe =
        Recipe.benchmark(2)
            .withNetwork(4, 1, TinyTrainings.SIDE)
            .withBatchSize(12)
            .withAugmentation(Augmentation.NONE)
            .withDescent(new Descent(0.9, nesterov, 0.01, 0));
    TrainingTask task = new TrainingTask(TinyTrainings.CELL, recipe, 3);
    try (Trainer trainer = new Trainer(task, data, ENGINE)) {
      int length = trainer.weights().capacity();
      FloatBuffer weights = copy(trainer.weights());
      FloatBuffer state = copy(trainer.state());
      double[] velocity = new double[length];
      // The rates are those of 0.05 (1 + cos(pi epoch / 2)).
      for (double rate : new double[] {0.1, 0.05}) {
        SupernetOutput expected = reference(trainer, weights, state, images);
        trainer.trainEpoch();
        for (int i = 0; i < length; i++) {
          double gradient = expected.weightGradient().get(i) + 0.01 * weights.get(i);
          velocity[i] = 0.9 * velocity[i] + gradient;
          double step = nesterov ? gradient + 0.9 * velocity[i] : velocity[i];
          double wanted = weights.get(i) - rate * step;
          assertEquals(wanted, trainer.weights().get(i), 2e-5 + 1e-3 * Math.abs(rate * step));
        }
        for (int i = 0; i < state.capacity(); i++) {
          assertEquals(expected.state().get(i), trainer.state().get(i), 1e-4);
        }
        // From here on from the trainer's own place, so that differences do not add up.
        weights = copy(trainer.weights());
        state = copy(trainer.state());
      }
    }
  }

  /** The order of the images within the batch changes nothing but the rounding. */
  private static SupernetOutput reference(
      Trainer trainer, FloatBuffer weights, FloatBuffer state, ImageSet images) {
    int count = images.size();
    Batch batch = Batch.allocate(count, images.side(), Layout.NHWC);
    new BatchMaker(
            images,
            BatchMaker.all(images),
            count,
            BatchMaker.Order.SEQUENTIAL,
            Augmentation.NONE,
            TinyTrainings.NORMALIZATION,
            trainer.task().streams())
        .make(DataPosition.START, batch);
    SupernetOutput output = new SupernetOutput(trainer.spec(), trainer.layout(), count);
    SupernetInput input = new SupernetInput(trainer.spec(), weights, state);
    input.turnOffIdleEdges();
    try (ReferenceEngine reference = new ReferenceEngine(trainer.spec(), count)) {
      reference.evaluate(
          input, Knobs.TRAINING, batch, Set.of(Want.WEIGHT_GRADIENT, Want.STATE), output);
    }
    return output;
  }

  @Test
  void aTrainerThatIsRestoredAfterAnyEpochGoesOnWithTheSameBits() {
    TrainingTask task = TinyTrainings.task(4, 5);
    List<SavedState> saved = new ArrayList<>();
    float[] weights;
    float[] state;
    Score last;
    Score validation;
    try (Trainer whole = new Trainer(task, TinyTrainings.data(), ENGINE)) {
      while (!whole.isDone()) {
        saved.add(whole.save());
        whole.trainEpoch();
      }
      weights = values(whole.weights());
      state = values(whole.state());
      last = whole.lastEpoch();
      validation = whole.evaluate();
    }
    for (int epoch = 0; epoch < saved.size(); epoch++) {
      try (Trainer resumed = new Trainer(task, TinyTrainings.data(), ENGINE)) {
        resumed.restore(saved.get(epoch));
        assertEquals(epoch, resumed.epochsDone());
        while (!resumed.isDone()) {
          resumed.trainEpoch();
        }
        assertArrayEquals(weights, values(resumed.weights()));
        assertArrayEquals(state, values(resumed.state()));
        assertEquals(last, resumed.lastEpoch());
        assertEquals(validation, resumed.evaluate());
      }
    }
  }

  @Test
  void anEvaluationChangesNothing() {
    TrainingTask task = TinyTrainings.task(2, 6);
    try (Trainer silent = new Trainer(task, TinyTrainings.data(), ENGINE);
        Trainer evaluated = new Trainer(task, TinyTrainings.data(), ENGINE)) {
      silent.trainEpoch();
      evaluated.evaluate();
      evaluated.trainEpoch();
      Score once = evaluated.evaluate();
      assertEquals(once, evaluated.evaluate());
      silent.trainEpoch();
      evaluated.trainEpoch();
      assertArrayEquals(values(silent.weights()), values(evaluated.weights()));
      assertArrayEquals(values(silent.state()), values(evaluated.state()));
    }
  }

  /** The reference takes the ten held-out images as they are, in one batch. */
  @Test
  void aScoreIsThatOfTheHeldOutImagesWithRunningStatistics() {
    TrainingTask task = TinyTrainings.task(1, 7);
    try (Trainer trainer = new Trainer(task, TinyTrainings.data(), ENGINE)) {
      trainer.trainEpoch();
      ImageSet images = GeneratedImages.of(30, TinyTrainings.SIDE, TinyTrainings.CLASSES, 1);
      Batch batch = Batch.allocate(10, TinyTrainings.SIDE, Layout.NHWC);
      new BatchMaker(
              images,
              IntStream.range(20, 30).toArray(),
              10,
              BatchMaker.Order.SEQUENTIAL,
              Augmentation.NONE,
              TinyTrainings.NORMALIZATION,
              task.streams())
          .make(DataPosition.START, batch);
      SupernetOutput output = new SupernetOutput(trainer.spec(), trainer.layout(), 10);
      try (ReferenceEngine reference = new ReferenceEngine(trainer.spec(), 10)) {
        reference.evaluate(
            new SupernetInput(trainer.spec(), trainer.weights(), trainer.state()),
            Knobs.EVALUATION,
            batch,
            Set.of(),
            output);
      }
      int correct = 0;
      for (int image = 0; image < 10; image++) {
        float[] logits = Arrays.copyOfRange(output.logits(), 3 * image, 3 * image + 3);
        float largest = Math.max(logits[0], Math.max(logits[1], logits[2]));
        correct += logits[batch.labels()[image]] == largest ? 1 : 0;
      }
      Score score = trainer.evaluate();
      assertEquals(10.0 * correct, score.accuracy());
      assertEquals(output.loss(), score.loss(), 1e-4);
    }
  }

  @Test
  void trainersSideBySideHaveTheBitsThatEachHasAlone() throws Exception {
    List<float[]> alone = new ArrayList<>();
    for (long seed = 0; seed < 4; seed++) {
      alone.add(train(seed));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<float[]>> together = new ArrayList<>();
      for (long seed = 0; seed < 4; seed++) {
        long chosen = seed;
        together.add(threads.submit(() -> train(chosen)));
      }
      for (int seed = 0; seed < 4; seed++) {
        assertArrayEquals(alone.get(seed), together.get(seed).get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertFalse(Arrays.equals(alone.get(0), alone.get(1)), "the seed changes nothing");
  }

  private static float[] train(long seed) {
    try (Trainer trainer =
        new Trainer(TinyTrainings.task(20, seed), TinyTrainings.data(), ENGINE)) {
      while (!trainer.isDone()) {
        trainer.trainEpoch();
      }
      return values(trainer.weights());
    }
  }

  @Test
  void aNetworkLearnsWhatThereIsToLearn() {
    ImageSet images = GeneratedImages.of(192, TinyTrainings.SIDE, TinyTrainings.CLASSES, 9);
    TrainingData data =
        new TrainingData(
            "generated",
            images,
            IntStream.range(0, 128).toArray(),
            images,
            IntStream.range(128, 192).toArray(),
            TinyTrainings.NORMALIZATION);
    Recipe recipe =
        TinyTrainings.task(20, 0).recipe().withAugmentation(Augmentation.NONE).withBatchSize(16);
    try (Trainer trainer =
        new Trainer(new TrainingTask(TinyTrainings.CELL, recipe, 4), data, ENGINE)) {
      while (!trainer.isDone()) {
        trainer.trainEpoch();
      }
      // A guess is right for one image in three.
      double accuracy = trainer.evaluate().accuracy();
      assertTrue(accuracy > 90, () -> "validation accuracy " + accuracy);
      assertThrows(IllegalStateException.class, trainer::trainEpoch);
    }
  }

  @Test
  void imagesOfAnotherSideThanTheRecipesAreRefused() {
    Recipe recipe = TinyTrainings.task(1, 0).recipe().withNetwork(4, 1, 16);
    TrainingTask task = new TrainingTask(TinyTrainings.CELL, recipe, 0);
    String message =
        Thrown.message(
            IllegalArgumentException.class,
            () -> new Trainer(task, TinyTrainings.data(), ENGINE).close());
    assertTrue(message.contains("have side 8, but the recipe is for 16"), message);
  }

  @Test
  void imagesThatDoNotGoTogetherAreRefused() {
    ImageSet eight = GeneratedImages.of(4, 8, 3, 1);
    ImageSet sixteen = GeneratedImages.of(4, 16, 3, 1);
    String message =
        Thrown.message(
            IllegalArgumentException.class,
            () ->
                new TrainingData(
                    "odd",
                    eight,
                    new int[] {0},
                    sixteen,
                    new int[] {0},
                    TinyTrainings.NORMALIZATION));
    assertTrue(message.contains("side 8") && message.contains("side 16"), message);
  }

  private static FloatBuffer copy(FloatBuffer from) {
    FloatBuffer copy = FlatBuffers.allocate(from.capacity());
    copy.put(0, from, 0, from.capacity());
    return copy;
  }

  private static float[] values(FloatBuffer from) {
    float[] values = new float[from.capacity()];
    from.get(0, values);
    return values;
  }
}
