package org.dartboard.search.supernet;

import java.util.List;
import org.dartboard.data.Augmentation;
import org.dartboard.data.Batch;
import org.dartboard.data.BatchLoader;
import org.dartboard.data.BatchMaker;
import org.dartboard.data.DataPosition;
import org.dartboard.data.Layout;
import org.dartboard.random.RandomStreams;

/**
 * The batches of one search: for the weights, for the architecture, and for scoring cells.
 *
 * <p>Batches of both steps are augmented, as in the benchmark's code; those for scoring are not.
 */
public final class SearchBatches {
  private final SearchData data;
  private final SearchPlan plan;
  private final DataSplit split;
  private BatchMaker training;
  private final BatchMaker bothHalves;
  private BatchMaker validation;
  private final BatchMaker scoring;
  private final BatchMaker statistics;
  private final BatchMaker heldOut;
  private final List<Batch> trainingBuffers;
  private final List<Batch> validationBuffers;
  private final Batch scoringBuffer;

  /** Batches of a plan's size, drawn from a plan's random streams. */
  public SearchBatches(SearchData data, SearchPlan plan) {
    this.data = data;
    this.plan = plan;
    this.split = DataSplit.of(plan.settings());
    this.training = training(0);
    this.bothHalves = maker(data.both(), "both halves", true);
    this.validation = validation(0);
    this.scoring = maker(data.validation(), "scoring", false);
    this.statistics = maker(data.training(), "statistics", false);
    this.heldOut =
        new BatchMaker(
            data.heldOutImages(),
            data.heldOut(),
            training.batchSize(),
            BatchMaker.Order.SEQUENTIAL,
            Augmentation.NONE,
            data.normalization(),
            plan.streams());
    this.trainingBuffers = buffers(training);
    this.validationBuffers = buffers(validation);
    this.scoringBuffer = buffer(scoring);
  }

  private BatchMaker training(int epoch) {
    return maker(split.training(data, epoch, plan.streams()), "training", true);
  }

  private BatchMaker validation(int epoch) {
    return maker(split.validation(data, epoch, plan.streams()), "validation", true);
  }

  private BatchMaker maker(int[] chosen, String use, boolean augmented) {
    return new BatchMaker(
        data.images(),
        chosen,
        plan.settings().whole(Setting.BATCH_SIZE),
        BatchMaker.Order.SHUFFLED,
        augmented ? Augmentation.standard(data.images().side()) : Augmentation.NONE,
        data.normalization(),
        new RandomStreams(plan.scope() + " " + use, plan.seed()));
  }

  private static List<Batch> buffers(BatchMaker maker) {
    return List.of(buffer(maker), buffer(maker), buffer(maker));
  }

  private static Batch buffer(BatchMaker maker) {
    return Batch.allocate(maker.batchSize(), maker.side(), Layout.NHWC);
  }

  /** Steps in an epoch. */
  public int steps(boolean onBothHalves) {
    return (onBothHalves ? bothHalves : statistics).batchesPerEpoch();
  }

  /**
   * The batches for the weights, from the beginning of an epoch. Close it before the next is made.
   *
   * @param epoch from 0, over all stages
   * @param step how many steps there were in the epochs before
   */
  BatchLoader training(int epoch, long step, boolean onBothHalves) {
    DataPosition begin = new DataPosition(epoch, 0);
    if (onBothHalves) {
      return new BatchLoader(bothHalves, trainingBuffers, begin);
    }
    if (split == DataSplit.REDRAWN) {
      training = training(epoch);
    }
    // Where an epoch does not show every image, the next one goes on with the others.
    boolean all = training.batchesPerEpoch() == steps(false);
    return new BatchLoader(training, trainingBuffers, all ? begin : position(training, step));
  }

  /**
   * The batches for the architecture, one for each step. Close it before the next is made.
   *
   * @param epoch from 0, over all stages
   * @param step how many steps there were in the epochs before
   */
  BatchLoader validation(int epoch, long step) {
    if (split == DataSplit.REDRAWN) {
      validation = validation(epoch);
      return new BatchLoader(validation, validationBuffers, new DataPosition(epoch, 0));
    }
    return new BatchLoader(validation, validationBuffers, position(validation, step));
  }

  /**
   * A batch for scoring; the next call fills the same memory. Its images are of the official
   * validation half, whatever images the weights are trained on.
   *
   * @param number from 0; the validation images come in a new order when all have been shown
   */
  public Batch scoring(long number) {
    scoring.make(position(scoring, number), scoringBuffer);
    return scoringBuffer;
  }

  /** How many batches show each validation image once. */
  public int scoringBatches() {
    return scoring.batchesPerEpoch();
  }

  /**
   * A batch of the official training half without augmentation, for estimating batch norm's
   * statistics and for measurements; it is in the same memory as those for scoring.
   *
   * @param number from 0, as for {@link #scoring}
   */
  public Batch statistics(long number) {
    statistics.make(position(statistics, number), scoringBuffer);
    return scoringBuffer;
  }

  /** How many batches the images that the search never sees make. */
  public int heldOutBatches() {
    return heldOut.batchesPerEpoch();
  }

  /**
   * A batch of images that the search never sees; it is in the same memory as those for scoring.
   *
   * @param number 0 to {@link #heldOutBatches} - 1
   */
  public Batch heldOut(int number) {
    heldOut.make(new DataPosition(0, number), scoringBuffer);
    return scoringBuffer;
  }

  private static DataPosition position(BatchMaker maker, long number) {
    int perEpoch = maker.batchesPerEpoch();
    return new DataPosition((int) (number / perEpoch), (int) (number % perEpoch));
  }
}
