package org.dartboard.reproduce;

import java.io.IOException;
import java.util.Optional;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Evidence;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Profile;

/** Gives each procedure to the class that measures it. */
final class ProcedureRunner {
  private final CellFigures figures;
  private final SearchTrials trials;
  private final Orders orders;
  private final SearchClaims searches;
  private final TrainingClaims trainings;

  ProcedureRunner(
      CellFigures figures,
      SearchTrials trials,
      Orders orders,
      SearchClaims searches,
      TrainingClaims trainings) {
    this.figures = figures;
    this.trials = trials;
    this.orders = orders;
    this.searches = searches;
    this.trainings = trainings;
  }

  /**
   * Runs the claim's procedure, or reads what the ledger has of it.
   *
   * @param profile that procedures on the table run in; others say which one they come from
   */
  Reading read(Claim claim, Profile profile) throws IOException, InterruptedException {
    if (claim.procedure() instanceof Procedure.SupernetSearch search) {
      return searches.read(claim, search);
    } else if (claim.procedure() instanceof Procedure.Training training) {
      return trainings.read(claim, training);
    }
    Measurements measurements = measure(claim);
    return new Reading(
        profile, new Evidence.Measurements(measurements.measured()), Optional.of(measurements));
  }

  private Measurements measure(Claim claim) throws IOException, InterruptedException {
    TableMeasurements table = new TableMeasurements(figures);
    Procedure procedure = claim.procedure();
    if (procedure instanceof Procedure.TableSearch search) {
      return new TableSearchMeasurement(figures, trials, orders).measure(claim, search);
    } else if (procedure instanceof Procedure.Sensitivity sensitivity) {
      return new SensitivityMeasurement(figures, trials, orders).measure(claim, sensitivity);
    } else if (procedure instanceof Procedure.RelativeImprovement improvement) {
      return new RelativeImprovementMeasurement(figures, trials, orders)
          .measure(claim, improvement);
    } else if (procedure instanceof Procedure.BestOfN bestOfN) {
      return new BestOfNMeasurement(figures, trials, orders).measure(claim, bestOfN);
    } else if (procedure instanceof Procedure.Lookup lookup) {
      return table.lookup(claim, lookup);
    } else if (procedure instanceof Procedure.Optimum) {
      return table.optimum(claim);
    } else if (procedure instanceof Procedure.IsomorphismCount) {
      return table.isomorphismCount(claim);
    } else if (procedure instanceof Procedure.CorrelationOfColumns correlation) {
      return table.correlation(claim, correlation);
    } else if (procedure instanceof Procedure.IdentifyCell identify) {
      return table.identifyCell(claim, identify);
    } else if (procedure instanceof Procedure.GapToOptimum gap) {
      return table.gapToOptimum(claim, gap);
    }
    throw new IllegalArgumentException(
        claim.reference() + " asks for a procedure that nothing here runs: " + procedure);
  }
}
