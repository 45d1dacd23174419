package org.dartboard.search.supernet;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.random.RandomStreams;
import org.dartboard.search.HyperParameters;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * What a policy is built from.
 *
 * @param settings what every method can be set to
 * @param values the method's own hyper-parameters
 * @param imageSize height and width of the images
 * @param classes how many there are
 * @param streams the trial's random streams
 */
public record PolicyContext(
    SearchSettings settings,
    HyperParameters values,
    int imageSize,
    int classes,
    RandomStreams streams) {
  /** The supernet of NAS-Bench-201's searches in the size that was set. */
  public SupernetSpec benchmarkNetwork() {
    return network(new PartialChannels.All(), false);
  }

  /** The same with partial channels or an auxiliary skip. */
  public SupernetSpec network(PartialChannels partialChannels, boolean auxiliarySkip) {
    return network(
        settings.whole(Setting.CELLS),
        Collections.nCopies(Edge.COUNT, EnumSet.allOf(Operation.class)),
        partialChannels,
        auxiliarySkip);
  }

  /** The same with another depth and other operations on each edge. */
  public SupernetSpec network(
      int cellsPerStage,
      List<Set<Operation>> operations,
      PartialChannels partialChannels,
      boolean auxiliarySkip) {
    return new SupernetSpec(
        settings.whole(Setting.WIDTH),
        cellsPerStage,
        imageSize,
        classes,
        operations,
        false,
        settings.flag(Setting.RUNNING_STATISTICS),
        partialChannels,
        auxiliarySkip);
  }
}
