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
  private final BatchMaker training;
  private final BatchMaker bothHalves;
  private final BatchMaker validation;
  private final BatchMaker scoring;
  private final BatchMaker statistics;
  private final BatchMaker heldOut;
  private final List<Batch> trainingBuffers;
  private final List<Batch> validationBuffers;
  private final Batch scoringBuffer;

  /** Batches of a plan's size, drawn from a plan's random streams. */
  public SearchBatches(SearchData data, SearchPlan plan) {
    this.training = maker(data, data.training(), plan, "training", true);
    this.bothHalves = maker(data, data.both(), plan, "both halves", true);
    this.validation = maker(data, data.validation(), plan, "validation", true);
    this.scoring = maker(data, data.validation(), plan, "scoring", false);
    this.statistics = maker(data, data.training(), plan, "statistics", false);
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

  private static BatchMaker maker(
      SearchData data, int[] chosen, SearchPlan plan, String use, boolean augmented) {
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
    return (onBothHalves ? bothHalves : training).batchesPerEpoch();
  }

  /**
   * The batches for the weights, from the beginning of an epoch. Close it before the next is made.
   *
   * @param epoch from 0, over all stages
   */
  BatchLoader training(int epoch, boolean onBothHalves) {
    return new BatchLoader(
        onBothHalves ? bothHalves : training, trainingBuffers, new DataPosition(epoch, 0));
  }

  /**
   * The batches for the architecture, one for each step. Close it before the next is made.
   *
   * @param step how many steps there were in the epochs before
   */
  BatchLoader validation(long step) {
    return new BatchLoader(validation, validationBuffers, position(validation, step));
  }

  /**
   * A batch for scoring; the next call fills the same memory.
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
   * A batch of the training half without augmentation, for estimating batch norm's statistics and
   * for measurements; it is in the same memory as those for scoring.
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
