package org.dartboard.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Profile;
import org.dartboard.claim.SearchArm;
import org.dartboard.engine.Precision;
import org.dartboard.run.Configuration;
import org.dartboard.run.EpochTable;
import org.dartboard.run.FinishedTraining;
import org.dartboard.run.Ledger;
import org.dartboard.run.LedgerFormatException;
import org.dartboard.run.Trial;
import org.dartboard.space.Cell;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger has of a claim's searches, profile by profile. Profiles are never mixed.
 *
 * @param profile of all the runs
 * @param arms the finished searches of every arm, by its label in the order of the claim
 */
record SearchEvidence(Profile profile, Map<String, ArmRuns> arms) {
  /** How many runs there are: searches, and trainings of the cells that they found. */
  int finished() {
    return distinct().stream()
        .mapToInt(arm -> arm.runs().size() + (arm.retrains() ? arm.retrained() : 0))
        .sum();
  }

  /** How many there are to be. */
  int planned() {
    return distinct().stream()
        .mapToInt(arm -> arm.retrains() ? 2 * arm.planned() : arm.planned())
        .sum();
  }

  /** The arms whose searches are not another arm's; labels of one search count once. */
  Collection<ArmRuns> distinct() {
    Map<Configuration, ArmRuns> distinct = new LinkedHashMap<>();
    for (ArmRuns arm : arms.values()) {
      distinct.merge(arm.configuration(), arm, (first, same) -> first.retrains() ? first : same);
    }
    return distinct.values();
  }

  /** Whether no arm is without a run. */
  private boolean hasEachArm() {
    return arms.values().stream().noneMatch(arm -> arm.runs().isEmpty());
  }

  boolean complete() {
    return finished() == planned();
  }

  /**
   * The best that the ledger has: paper where all its runs are there, or where each arm has a run
   * and a larger share of all is there than at the desk; else desk.
   */
  static SearchEvidence best(Ledger ledger, Claim claim, Procedure.SupernetSearch procedure)
      throws IOException {
    SearchEvidence paper = of(ledger, claim, procedure, Profile.PAPER);
    if (paper.complete()) {
      return paper;
    }
    SearchEvidence desk = of(ledger, claim, procedure, Profile.DESK);
    boolean paperIsFurther =
        (long) paper.finished() * desk.planned() > (long) desk.finished() * paper.planned();
    return paperIsFurther && paper.hasEachArm() ? paper : desk;
  }

  /** The runs of one profile: those with seeds from 0 up to the claim's number of runs. */
  static SearchEvidence of(
      Ledger ledger, Claim claim, Procedure.SupernetSearch procedure, Profile profile)
      throws IOException {
    int planned = claim.profiles().of(profile).runs();
    Map<String, ArmRuns> arms = new LinkedHashMap<>();
    for (SearchArm arm : procedure.arms()) {
      boolean retrains = procedure.retrains(arm);
      Precision precision =
          SearchArms.counted(
              ledger,
              arm.method(),
              SearchArms.settings(arm, profile),
              profile,
              SearchArms.precisions(arm, profile),
              planned);
      Configuration configuration = SearchArms.configuration(arm, profile, precision);
      SortedMap<Long, Trial> trials = ledger.trials(configuration).headMap((long) planned);
      List<ArmRuns.Run> runs = new ArrayList<>();
      for (Trial trial : trials.values()) {
        EpochTable log =
            ledger
                .epochs(configuration, trial.seed())
                .orElseThrow(
                    () ->
                        new LedgerFormatException(
                            "the ledger has a trial of %s with seed %d, but not its log,"
                                    .formatted(configuration.method(), trial.seed())
                                + " epochs/%s/%d.csv. Restore it from version control"
                                    .formatted(configuration.digest(), trial.seed())));
        runs.add(
            new ArmRuns.Run(
                trial,
                log,
                ledger.scores(configuration, trial.seed()),
                retrains ? retrained(ledger, arm, profile, trial) : null));
      }
      arms.put(arm.label(), new ArmRuns(arm, configuration, planned, runs, retrains));
    }
    return new SearchEvidence(profile, arms);
  }

  private static @Nullable FinishedTraining retrained(
      Ledger ledger, SearchArm arm, Profile profile, Trial trial) throws IOException {
    Cell found = trial.cell();
    if (found == null) {
      return null;
    }
    return Retraining.of(SearchArms.plan(arm, profile, trial.seed()), found)
        .finished(ledger)
        .orElse(null);
  }
}
