package org.dartboard.embedded;

import java.nio.FloatBuffer;
import java.util.EnumSet;
import java.util.Set;
import org.dartboard.data.Augmentation;
import org.dartboard.data.Batch;
import org.dartboard.data.BatchMaker;
import org.dartboard.data.DataPosition;
import org.dartboard.data.ImageSet;
import org.dartboard.data.Layout;
import org.dartboard.data.ProceduralImages;
import org.dartboard.descent.WeightOptimizer;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.FlatVectors;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetFactory;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;
import org.dartboard.engine.WeightInitialization;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Cell;
import org.dartboard.table.EmbeddedFigures;

/**
 * Trains cells as tiny networks on the generated images, one after the other. One thread makes and
 * uses it, since oneDNN's primitives belong to the thread that made them.
 */
final class CellTrainer {
  private static final Set<Want> STEP = EnumSet.of(Want.WEIGHT_GRADIENT, Want.STATE);
  private static final Set<Want> NOTHING = EnumSet.noneOf(Want.class);

  private final TrainingProtocol protocol;
  private final SupernetFactory engine;
  private final ImageSet training;
  private final BatchMaker validation;
  private final BatchMaker test;
  private final Batch batch;

  CellTrainer(TrainingProtocol protocol, SupernetFactory engine) {
    this.protocol = protocol;
    this.engine = engine;
    this.training = images(ProceduralImages.Part.TRAINING, protocol.trainingImages());
    this.validation = heldOut(ProceduralImages.Part.VALIDATION);
    this.test = heldOut(ProceduralImages.Part.TEST);
    this.batch = Batch.allocate(protocol.batchSize(), protocol.imageSize(), Layout.NHWC);
  }

  /**
   * Trains a cell from weights, and in an order of the images, that are drawn for the seed.
   *
   * @throws org.dartboard.engine.EngineException if the loss is not finite
   */
  EmbeddedFigures train(Cell cell, int seed) {
    SupernetSpec spec =
        SupernetSpec.discrete(
            cell,
            protocol.width(),
            protocol.cellsPerStage(),
            protocol.imageSize(),
            training.classes());
    try (Supernet network = engine.create(spec, protocol.batchSize())) {
      Training run = new Training(network, new RandomStreams("embedded table", seed));
      run.epochs(0, protocol.shortEpochs());
      double shortValidation = run.accuracy(validation);
      double shortTest = run.accuracy(test);
      run.epochs(protocol.shortEpochs(), protocol.longEpochs());
      return new EmbeddedFigures(
          shortValidation, shortTest, run.accuracy(validation), run.accuracy(test));
    }
  }

  private ImageSet images(ProceduralImages.Part part, int count) {
    ImageSet images = ProceduralImages.of(part, count);
    return protocol.imageSize() == ProceduralImages.SIDE ? images : images.halved();
  }

  private BatchMaker heldOut(ProceduralImages.Part part) {
    return batches(
        images(part, protocol.heldOutImages()),
        BatchMaker.Order.SEQUENTIAL,
        new RandomStreams("nothing is drawn", 0));
  }

  private BatchMaker batches(ImageSet images, BatchMaker.Order order, RandomStreams streams) {
    return new BatchMaker(
        images,
        BatchMaker.all(images),
        protocol.batchSize(),
        order,
        Augmentation.NONE,
        ProceduralImages.NORMALIZATION,
        streams);
  }

  /** One training of one network. */
  private final class Training {
    private final Supernet network;
    private final BatchMaker batches;
    private final SupernetInput input;
    private final SupernetOutput output;
    private final WeightOptimizer optimizer;
    private final ShortcutReductions reductions;

    Training(Supernet network, RandomStreams streams) {
      this.network = network;
      batches = batches(training, BatchMaker.Order.SHUFFLED, streams);
      FloatBuffer weights = FlatBuffers.allocate(network.layout().weights().length());
      FloatBuffer state = FlatBuffers.allocate(network.layout().state().length());
      WeightInitialization.weights(network.layout(), streams, weights);
      WeightInitialization.state(network.layout(), state);
      reductions = new ShortcutReductions(network.layout().weights());
      reductions.impose(weights);
      input = new SupernetInput(network.spec(), weights, state);
      input.turnOffIdleEdges();
      output = new SupernetOutput(network.spec(), network.layout(), protocol.batchSize());
      optimizer =
          new WeightOptimizer(weights.capacity(), protocol.descent(), protocol.learningRate());
    }

    void epochs(int from, int to) {
      int steps = batches.batchesPerEpoch();
      for (int epoch = from; epoch < to; epoch++) {
        for (int step = 0; step < steps; step++) {
          batches.make(new DataPosition(epoch, step), batch);
          network.evaluate(input, Knobs.TRAINING, batch, STEP, output);
          FlatVectors.copy(output.state(), input.state());
          double done = (epoch * steps + step) / (double) (protocol.longEpochs() * steps);
          optimizer.setLearningRate(protocol.learningRate() * (1 + Math.cos(Math.PI * done)) / 2);
          optimizer.step(input.weights(), output.weightGradient());
          reductions.impose(input.weights());
        }
      }
    }

    /** The share of images whose class has the highest logit, in percent. */
    double accuracy(BatchMaker heldOut) {
      int right = 0;
      for (int position = 0; position < heldOut.batchesPerEpoch(); position++) {
        heldOut.make(new DataPosition(0, position), batch);
        network.evaluate(input, Knobs.EVALUATION, batch, NOTHING, output);
        right += output.correct(batch);
      }
      return 100.0 * right / protocol.heldOutImages();
    }
  }
}
