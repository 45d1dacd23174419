package org.dartboard.reproduce;

import java.util.List;
import org.dartboard.data.Cifar10;
import org.dartboard.engine.ConvolutionArithmetic;
import org.dartboard.engine.Precision;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.search.supernet.SearchPlan;
import org.dartboard.search.supernet.Setting;
import org.dartboard.space.Cell;
import org.dartboard.training.Recipe;
import org.dartboard.training.TrainingSet;
import org.dartboard.training.TrainingTask;

/**
 * The usual way from a found cell to a network, at equal cost: trained anew, in the size of its
 * search, for as much arithmetic as the search spent on the supernet's weights after it froze the
 * architecture.
 *
 * <p>Up to the freeze both ways are the same search. After it the search trains the mixture for F
 * epochs, and the other way the found cell for round(F C / c) epochs, at least one, where C and c
 * are the additions and multiplications that the convolutions of supernet and cell take for an
 * image. Both see all training images in an epoch and are evaluated on the test images. The cell
 * follows the benchmark's recipe, whose learning rate falls to 0 over these epochs, with the
 * search's seed.
 */
final class Retraining {
  /** In what found cells are trained anew. */
  static final List<Precision> PRECISIONS = List.of(Precision.FP32);

  private Retraining() {}

  /**
   * The training that belongs to a finished search.
   *
   * @param found the cell that it ended with
   * @throws IllegalArgumentException if the search never froze its architecture
   */
  static TrainingOrder of(SearchPlan search, Cell found) {
    int frozen = search.epochsOnBothHalves();
    if (frozen == 0) {
      throw new IllegalArgumentException(
          search.method().name() + " never freezes the architecture: training anew has no cost");
    }
    Recipe size =
        Recipe.benchmark(1)
            .withNetwork(
                search.settings().whole(Setting.WIDTH),
                search.settings().whole(Setting.CELLS),
                search.imageSize());
    SupernetSpec supernet =
        SupernetSpec.search(
            size.width(), size.cellsPerStage(), size.imageSide(), Cifar10.CLASSES, true);
    SupernetSpec network = size.network(found, Cifar10.CLASSES);
    double ratio =
        (double) ConvolutionArithmetic.of(supernet).weightStep(1)
            / ConvolutionArithmetic.of(network).weightStep(1);
    int epochs = (int) Math.max(1, Math.round(frozen * ratio));
    Recipe recipe =
        Recipe.benchmark(epochs).withNetwork(size.width(), size.cellsPerStage(), size.imageSide());
    return new TrainingOrder(
        TrainingSet.CIFAR10, new TrainingTask(found, recipe, search.seed()), PRECISIONS);
  }
}
