package org.dartboard.search.supernet;

import org.dartboard.engine.SupernetSpec;
import org.dartboard.random.RandomStreams;
import org.dartboard.search.HyperParameters;

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
    return SupernetSpec.search(
        settings.whole(Setting.WIDTH),
        settings.whole(Setting.CELLS),
        imageSize,
        classes,
        settings.flag(Setting.RUNNING_STATISTICS));
  }
}
