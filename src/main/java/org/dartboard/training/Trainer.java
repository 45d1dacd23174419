package org.dartboard.training;

import java.nio.FloatBuffer;
import java.util.Set;
import org.dartboard.checkpoint.SavedState;
import org.dartboard.data.Batch;
import org.dartboard.data.BatchMaker;
import org.dartboard.data.DataPosition;
import org.dartboard.data.Layout;
import org.dartboard.descent.BatchScore;
import org.dartboard.descent.CosineSchedule;
import org.dartboard.descent.Tally;
import org.dartboard.descent.WeightOptimizer;
import org.dartboard.engine.EngineDescription;
import org.dartboard.engine.FlatVectors;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetFactory;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;
import org.dartboard.random.RandomStreams;

/**
 * Trains one cell, epoch by epoch, in memory alone.
 *
 * <p>All random numbers are drawn from streams named after cell, seed and position, so the same
 * task on the same data and engine gives the same bits, and a trainer that is restored after an
 * epoch goes on with the bits that the first one would have had. One thread at a time may use a
 * trainer; several trainers may run side by side, each on a thread of its own (with {@code
 * OMP_NUM_THREADS=1} each computes on that thread alone).
 */
public final class Trainer implements AutoCloseable {
  private static final Set<Want> STEP = Set.of(Want.WEIGHT_GRADIENT, Want.STATE);
  static final String WEIGHTS = "weights";
  static final String RUNNING_STATISTICS = "running statistics";
  private static final String EPOCHS = "epochs done";
  private static final String LAST_EPOCH = "last epoch";

  private final TrainingTask task;
  private final Supernet supernet;
  private final SupernetInput input;
  private final SupernetOutput output;
  private final WeightOptimizer optimizer;
  private final CosineSchedule schedule;
  private final BatchMaker batches;
  private final HeldOutImages heldOut;
  private final Batch batch;
  private int epochsDone;
  private Score lastEpoch = new Score(Double.NaN, Double.NaN);

  /**
   * A trainer before its first epoch.
   *
   * @throws IllegalArgumentException if the images have another side than the recipe says
   * @throws org.dartboard.engine.EngineException if the engine cannot make the network
   */
  public Trainer(TrainingTask task, TrainingData data, SupernetFactory engine) {
    Recipe recipe = task.recipe();
    if (data.side() != recipe.imageSide()) {
      throw new IllegalArgumentException(
          "the images of %s have side %d, but the recipe is for %d"
              .formatted(data.name(), data.side(), recipe.imageSide()));
    }
    this.task = task;
    this.schedule = recipe.schedule();
    RandomStreams streams = task.streams();
    batches = data.trainingBatches(recipe, streams);
    batch = Batch.allocate(recipe.batchSize(), recipe.imageSide(), Layout.NHWC);
    SupernetSpec spec = recipe.network(task.cell(), data.classes());
    supernet = engine.create(spec, recipe.batchSize());
    CellNetwork start = CellNetwork.untrained(task.cell(), spec, task.seed(), data.normalization());
    input = new SupernetInput(spec, start.weights(), start.state());
    input.turnOffIdleEdges();
    output = new SupernetOutput(spec, supernet.layout(), recipe.batchSize());
    optimizer = new WeightOptimizer(start.weights().capacity(), recipe.descent(), schedule.rate(0));
    heldOut = new HeldOutImages(data.heldOutBatches(recipe, streams), spec.classes());
  }

  /** What is trained. */
  public TrainingTask task() {
    return task;
  }

  /** What network it is. */
  public SupernetSpec spec() {
    return supernet.spec();
  }

  /** How {@link #weights} and {@link #state} are laid out. */
  public SupernetLayout layout() {
    return supernet.layout();
  }

  /** What computes it. */
  public EngineDescription description() {
    return supernet.description();
  }

  /** The weights as one flat vector; the memory itself, which the next epoch changes. */
  public FloatBuffer weights() {
    return input.weights();
  }

  /** Batch norm's running statistics as one flat vector; likewise the memory itself. */
  public FloatBuffer state() {
    return input.state();
  }

  /** How many epochs have been trained. */
  public int epochsDone() {
    return epochsDone;
  }

  /** Whether all epochs of the recipe have been trained. */
  public boolean isDone() {
    return epochsDone == task.recipe().epochs();
  }

  /** What the epoch that was trained last gave; NaN before the first. */
  public Score lastEpoch() {
    return lastEpoch;
  }

  /** Steps in an epoch. */
  public int stepsPerEpoch() {
    return batches.batchesPerEpoch();
  }

  /** The learning rate of the epoch that comes next. */
  public double learningRate() {
    return schedule.rate(epochsDone);
  }

  /**
   * Trains the next epoch.
   *
   * @return mean loss and accuracy over the epoch's images, each as augmented and with the weights
   *     before its step
   * @throws IllegalStateException if all epochs have been trained
   * @throws org.dartboard.engine.EngineException if the loss is no longer finite
   */
  public Score trainEpoch() {
    return trainEpoch(TrainingListener.NONE);
  }

  /**
   * As {@link #trainEpoch()}.
   *
   * @param listener told of each step
   */
  public Score trainEpoch(TrainingListener listener) {
    if (isDone()) {
      throw new IllegalStateException("all " + epochsDone + " epochs have been trained");
    }
    optimizer.setLearningRate(schedule.rate(epochsDone));
    Tally tally = new Tally();
    int steps = batches.batchesPerEpoch();
    for (int step = 0; step < steps; step++) {
      // Making a batch takes a hundredth of a step at most, so it is made here and not beside it.
      batches.make(new DataPosition(epochsDone, step), batch);
      supernet.evaluate(input, Knobs.TRAINING, batch, STEP, output);
      tally.add(BatchScore.of(batch, output));
      FlatVectors.copy(output.state(), input.state());
      optimizer.clip(output.weightGradient());
      optimizer.step(input.weights(), output.weightGradient());
      listener.step();
    }
    epochsDone++;
    lastEpoch = new Score(tally.meanLoss(), tally.accuracy());
    return lastEpoch;
  }

  /** Evaluates the held-out images with the running statistics; changes nothing. */
  public Score evaluate() {
    return heldOut.score(supernet, input, batch, output);
  }

  /** All that {@link #restore} needs to go on from here. */
  public SavedState save() {
    SavedState state = new SavedState();
    state.put(EPOCHS, epochsDone);
    state.put(LAST_EPOCH, lastEpoch.loss(), lastEpoch.accuracy());
    state.put(WEIGHTS, input.weights());
    state.put(RUNNING_STATISTICS, input.state());
    state.put("velocity", optimizer.velocity());
    return state;
  }

  /**
   * Takes the place of a trainer of the same task on the same data.
   *
   * @throws IllegalArgumentException if the state is of another network
   */
  public void restore(SavedState saved) {
    epochsDone = epochsDone(saved);
    double[] score = saved.get(LAST_EPOCH, 2);
    lastEpoch = new Score(score[0], score[1]);
    saved.get(WEIGHTS, input.weights());
    saved.get(RUNNING_STATISTICS, input.state());
    saved.get("velocity", optimizer.velocity());
  }

  /** How many epochs had been trained when a state was saved. */
  static int epochsDone(SavedState saved) {
    return (int) saved.get(EPOCHS, 1)[0];
  }

  /** Frees native memory at once. Weights and running statistics stay readable. */
  @Override
  public void close() {
    supernet.close();
  }
}
