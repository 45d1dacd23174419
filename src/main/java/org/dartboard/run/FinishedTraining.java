package org.dartboard.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dartboard.space.Cell;
import org.dartboard.training.Recipe;

/**
 * A finished training: what one seed of one cell came to.
 *
 * @param seed 0 or more
 * @param trainingAccuracy mean over the last epoch's steps, in percent
 * @param validationLoss mean over the held-out images after the last epoch, in nats
 * @param validationAccuracy of the same, in percent
 * @param wallSeconds how long it took
 * @param provenance the identifier of the {@link Provenance} it ran under
 */
public record FinishedTraining(
    Cell cell,
    long seed,
    double trainingAccuracy,
    double validationLoss,
    double validationAccuracy,
    double wallSeconds,
    String provenance) {
  /** All that determines a training but the cell and the seed. */
  public static Configuration configuration(String dataset, Recipe recipe, String precision) {
    Map<String, String> settings = new LinkedHashMap<>();
    recipe.values().forEach((name, value) -> settings.put(name.replace(' ', '-'), value));
    settings.put("dataset", dataset);
    settings.put("precision", precision);
    return Configuration.of("training", settings);
  }

  /** The training as a trial that ended with the cell that was trained. */
  public Trial asTrial() {
    return new Trial(seed, cell, 1, wallSeconds, wallSeconds, provenance);
  }

  /** Whether another training of the same configuration is of the same cell and seed. */
  boolean isOf(FinishedTraining other) {
    return cell.equals(other.cell) && seed == other.seed;
  }

  /** Whether another training came to the same, whatever its time and machine. */
  boolean agreesWith(FinishedTraining other) {
    return isOf(other)
        && trainingAccuracy == other.trainingAccuracy
        && validationLoss == other.validationLoss
        && validationAccuracy == other.validationAccuracy;
  }
}
