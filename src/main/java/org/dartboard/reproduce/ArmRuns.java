package org.dartboard.reproduce;

import java.util.List;
import org.dartboard.claim.SearchArm;
import org.dartboard.run.Configuration;
import org.dartboard.run.EpochTable;
import org.dartboard.run.FinishedTraining;
import org.dartboard.run.Trial;
import org.dartboard.space.Cell;
import org.jspecify.annotations.Nullable;

/**
 * The finished searches of an arm.
 *
 * @param arm which
 * @param configuration what the ledger knows them by
 * @param planned how many there are to be
 * @param runs those that there are, by seed
 * @param retrains whether the found cells are to be trained anew
 */
record ArmRuns(
    SearchArm arm, Configuration configuration, int planned, List<Run> runs, boolean retrains) {
  ArmRuns {
    runs = List.copyOf(runs);
  }

  /** The same searches under another label. */
  ArmRuns called(String label) {
    return new ArmRuns(
        new SearchArm(label, arm.method(), arm.settings(), arm.desk(), arm.precision()),
        configuration,
        planned,
        runs,
        retrains);
  }

  /** How many runs wait for no training: theirs has ended, or they found no cell to train. */
  int retrained() {
    return (int)
        runs.stream().filter(run -> run.retrained() != null || run.trial().cell() == null).count();
  }

  /**
   * One finished search.
   *
   * @param log by epoch
   * @param scores of the fixed random cells by epoch
   * @param retrained the found cell's training from scratch by {@link Retraining}; null where none
   *     is asked for or none has been made
   */
  record Run(Trial trial, EpochTable log, EpochTable scores, @Nullable FinishedTraining retrained) {
    /** The log with what follows from it; null where the search found no cell. */
    @Nullable SearchLog searchLog() {
      Cell found = trial.cell();
      return found == null ? null : new SearchLog(log, scores, found);
    }
  }
}
