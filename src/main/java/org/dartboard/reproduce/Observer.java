package org.dartboard.reproduce;

import org.dartboard.report.data.ClaimSummary;
import org.dartboard.run.Ledger;

/** Is told how a reproduction gets on; calls come one at a time. */
public interface Observer {
  /** Ignores everything. */
  Observer NONE =
      new Observer() {
        @Override
        public void searchStarts(String method, int runs) {}

        @Override
        public void runFinished() {}

        @Override
        public void searchEnds() {}

        @Override
        public void contradiction(Ledger.Contradiction contradiction) {}

        @Override
        public void pagesStart() {}

        @Override
        public void kept(ClaimSummary earlier) {}

        @Override
        public void pageKept(String page) {}
      };

  /** Runs of a search begin. */
  void searchStarts(String method, int runs);

  /** One more run of the search has finished; may come from any thread. */
  void runFinished();

  /** The last run of the search has finished. */
  void searchEnds();

  /** A run came out differently from what the ledger had. */
  void contradiction(Ledger.Contradiction contradiction);

  /** All claims are decided; charts and pages are drawn now, which takes seconds. */
  void pagesStart();

  /** A claim's earlier report rests on more than the new one, and stays. */
  void kept(ClaimSummary earlier);

  /**
   * A page on searches was made on the published table, and the new one would be on the stand-in.
   *
   * @param page its folder in the reports folder
   */
  void pageKept(String page);
}
