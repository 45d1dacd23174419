package org.dartboard.engine;

import java.util.List;
import java.util.Set;
import org.dartboard.space.Operation;

/**
 * How many numbers a network keeps, reckoned before any of it is laid out.
 *
 * <p>In floating point, because the networks that it is there to refuse have counts that no whole
 * number of Java holds.
 *
 * @param width channels of the first stage
 * @param cellsPerStage cells in each stage
 */
record NetworkSize(int width, int cellsPerStage) {
  /** Weights, running statistics, p and one image. */
  double numbers(
      List<Set<Operation>> operations,
      PartialChannels partialChannels,
      int imageSize,
      int classes) {
    double numbers = 3.0 * imageSize * imageSize + (3 * 9 + 4.0) * width;
    for (int stage = 0; stage < SupernetSpec.STAGES; stage++) {
      double channels = (double) width * (1 << stage);
      double cell = 0;
      for (Set<Operation> edge : operations) {
        cell += edge(edge, channels, partialChannels);
      }
      numbers += cellsPerStage * cell;
      if (stage > 0) {
        // Two 3x3 convolutions and the shortcut from half as many channels.
        numbers += (9 / 2.0 + 9 + 1 / 2.0) * channels * channels + 8 * channels;
      }
    }
    double last = (double) width * (1 << (SupernetSpec.STAGES - 1));
    return numbers + 4 * last + classes * (last + 1);
  }

  private static double edge(
      Set<Operation> operations, double channels, PartialChannels partialChannels) {
    double selected = channels / Math.max(1, partialChannels.denominator());
    double numbers = Operation.COUNT;
    for (Operation operation : operations) {
      int kernel = SupernetLayout.kernel(operation);
      if (kernel > 0) {
        numbers += kernel * kernel * selected * selected + 4 * selected;
      }
    }
    if (partialChannels instanceof PartialChannels.Attention attention) {
      numbers += 2 * channels * Math.max(1, channels / Math.max(1, attention.reduction()));
    }
    return numbers;
  }
}
