package org.dartboard.reproduce;

import org.dartboard.report.data.ClaimSummary;
import org.dartboard.run.Ledger;

/** Is told how a reproduction gets on; calls come one at a time, and are ignored by default. */
public interface Observer {
  /** Ignores everything. */
  Observer NONE = new Observer() {};

  /** Runs of a search begin. */
  default void searchStarts(String method, int runs) {}

  /** One more run of the search has finished; may come from any thread. */
  default void runFinished() {}

  /** The last run of the search has finished. */
  default void searchEnds() {}

  /** A run came out differently from what the ledger had. */
  default void contradiction(Ledger.Contradiction contradiction) {}

  /** All claims are decided; charts and pages are drawn now, which takes seconds. */
  default void pagesStart() {}

  /** A claim's earlier report rests on more than the new one, and stays. */
  default void kept(ClaimSummary earlier) {}

  /**
   * A page rests on the published table, and the new one would not, or on less of it; the page
   * stays.
   *
   * @param page its folder in the reports folder
   */
  default void pageKept(String page) {}
}
