package org.dartboard.benchmark.contender;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dartboard.data.Batch;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Cell;
import org.dartboard.workload.RandomImages;

/**
 * What is timed, without saying who does it. Everything random in it comes from named streams, so
 * that contenders in other processes do the same.
 *
 * @param work what is done each time
 * @param width channels of the first stage
 * @param cellsPerStage cells in each of the three stages
 * @param mixedCells how many cells, from the first, have mixed operations; the others hand their
 *     input on, which leaves their cost out
 * @param batchSize images in a batch
 * @param imageSize height and width of the images
 * @param share channels that go through mixed operations
 */
public record Workload(
    Work work,
    int width,
    int cellsPerStage,
    int mixedCells,
    int batchSize,
    int imageSize,
    Share share) {
  /**
   * Learning rate of the unrolled gradient's step. A search's own 0.025 takes as long, but from
   * fresh weights it leads so far that rounding decides a seventh of the gradient and no two
   * programs agree.
   */
  public static final double UNROLLED_RATE = 1e-3;

  private static final RandomStreams STREAMS = new RandomStreams("benchmark", 0);
  private static final int CLASSES = 10;
  private static final Pattern TEXT =
      Pattern.compile(
          "(\\w+) C=(\\d+) N=(\\d+) mixed=(\\d+) batch=(\\d+) side=(\\d+) share=(\\S+)");

  /** The cell of the discrete network: three of its six edges are 3x3 convolutions. */
  private static final Cell CELL = Cell.ofCode("331232");

  /** A workload whose cells all have mixed operations that see all channels. */
  public static Workload of(Work work, int width, int cellsPerStage, int batchSize, int imageSize) {
    return new Workload(
        work,
        width,
        cellsPerStage,
        SupernetSpec.STAGES * cellsPerStage,
        batchSize,
        imageSize,
        Share.ALL);
  }

  /** The workload that {@link #toString} wrote. */
  public static Workload parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no workload");
    }
    return new Workload(
        Work.valueOf(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)),
        Integer.parseInt(parts.group(4)),
        Integer.parseInt(parts.group(5)),
        Integer.parseInt(parts.group(6)),
        Share.of(parts.group(7)));
  }

  /** The network. */
  public SupernetSpec spec() {
    if (work == Work.TRAINING_STEP) {
      return SupernetSpec.discrete(CELL, width, cellsPerStage, imageSize, CLASSES);
    }
    SupernetSpec plain = SupernetSpec.search(width, cellsPerStage, imageSize, CLASSES, true);
    return new SupernetSpec(
        width,
        cellsPerStage,
        imageSize,
        CLASSES,
        List.copyOf(plain.operations()),
        false,
        true,
        share.channels(),
        false);
  }

  /** Where weights, alpha and images are drawn from. */
  public RandomStreams streams() {
    return STREAMS;
  }

  /** The batch that weight steps see. */
  public Batch training() {
    return images("training");
  }

  /** The batch that alpha steps see. */
  public Batch validation() {
    return images("validation");
  }

  private Batch images(String purpose) {
    return RandomImages.batch(STREAMS, purpose, batchSize, imageSize, CLASSES);
  }

  /** The workload in one line, which {@link #parse} reads. */
  @Override
  public String toString() {
    return "%s C=%d N=%d mixed=%d batch=%d side=%d share=%s"
        .formatted(work, width, cellsPerStage, mixedCells, batchSize, imageSize, share);
  }
}
