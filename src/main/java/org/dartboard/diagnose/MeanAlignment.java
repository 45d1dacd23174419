package org.dartboard.diagnose;

import java.util.Set;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.Want;

/**
 * The {@link LayerAlignment} of a supernet: both variants of Λ, each the mean over batches, as the
 * authors' code logs it.
 *
 * @param cosine Λ, -1 to 1
 * @param signed the second variant, -1 to 1
 */
public record MeanAlignment(double cosine, double signed) {
  private static final Set<Want> GRADIENT = Set.of(Want.OPERATION_GRADIENT);

  /**
   * Measures both.
   *
   * @param mixture weights, operation weights, modes and edge weights; nothing of it is changed
   * @param knobs in training mode
   * @param batches whose losses' gradients are compared
   * @param output room for results, large enough for each batch
   */
  public static MeanAlignment measure(
      Supernet supernet,
      SupernetInput mixture,
      Knobs knobs,
      BatchSeries batches,
      SupernetOutput output) {
    double cosine = 0;
    double signed = 0;
    for (int i = 0; i < batches.count(); i++) {
      supernet.evaluate(mixture, knobs, batches.batches().apply(i), GRADIENT, output);
      double[][] gradients =
          LayerAlignment.byCell(output.operationGradient(), supernet.spec().cells());
      cosine += LayerAlignment.cosine(gradients);
      signed += LayerAlignment.signed(gradients);
    }
    return new MeanAlignment(cosine / batches.count(), signed / batches.count());
  }
}
