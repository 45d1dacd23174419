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
}
