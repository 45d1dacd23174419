package org.dartboard.claim;

import java.util.List;

/** How the runs of a target and those of its reference belong together. */
public sealed interface Design {
  /** Not at all: each run is by itself. */
  record Independent() implements Design {}

  /** In pairs: each value is a difference of two runs, and its reference is 0. */
  record Paired() implements Design {}

  /** In blocks, within which alone the runs can be compared. */
  record Blocked(List<Block> blocks) implements Design {
    public Blocked {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * By methods: runs of one are more alike than those of several, so that what all of them come to
   * is known less well than their number says.
   *
   * @param methods the values of each; NaN where a run has none
   */
  record Methods(List<List<Double>> methods) implements Design {
    public Methods {
      methods = methods.stream().map(List::copyOf).toList();
    }
  }

  /**
   * By seeds: runs of a block started alike, and without an effect could each have been another's;
   * each value is the mean of a block's arms, and so is its reference.
   */
  record Seeds(List<Block> seeds) implements Design {
    public Seeds {
      seeds = List.copyOf(seeds);
    }
  }

  /**
   * In arms whose runs differ more or less among themselves: each value is a distance to the mean
   * of its arm.
   *
   * @param arms what the distances are of, by arm; runs in the same place started alike; NaN where
   *     a run has no value
   * @param reference likewise
   */
  record Spread(List<List<Double>> arms, List<List<Double>> reference) implements Design {
    public Spread {
      arms = arms.stream().map(List::copyOf).toList();
      reference = reference.stream().map(List::copyOf).toList();
    }
  }
}
