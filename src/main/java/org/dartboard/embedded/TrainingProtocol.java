package org.dartboard.embedded;

import java.util.Map;
import java.util.TreeMap;
import org.dartboard.data.ProceduralImages;
import org.dartboard.descent.Descent;

/**
 * How the embedded benchmark trains a cell: everything that its figures depend on but the machine.
 *
 * <p>The network is the benchmark's, much smaller, and between its stages there are {@linkplain
 * ShortcutReductions shortcuts alone}. Weights are moved by stochastic gradient descent with
 * Nesterov momentum along one cosine from the learning rate to 0.
 *
 * @param width channels of the first stage
 * @param cellsPerStage cells in each of the three stages
 * @param imageSize height and width of the images: that of {@link ProceduralImages}, or half of it
 * @param batchSize images of a step; divides the number of images of each part
 * @param trainingImages how many images an epoch has
 * @param heldOutImages how many images there are for validation, and as many for test
 * @param shortEpochs epochs of the short figures
 * @param longEpochs epochs of the long figures, more than the short ones
 * @param learningRate of the first step
 * @param momentum share of the velocity that stays
 * @param weightDecay share of the weights that is added to the gradient
 */
public record TrainingProtocol(
    int width,
    int cellsPerStage,
    int imageSize,
    int batchSize,
    int trainingImages,
    int heldOutImages,
    int shortEpochs,
    int longEpochs,
    double learningRate,
    double momentum,
    double weightDecay) {

  /** What the table of this release is computed with. */
  public static final TrainingProtocol RELEASE =
      new TrainingProtocol(8, 1, 8, 32, 960, 640, 2, 5, 0.015, 0.9, 5e-4);

  public TrainingProtocol {
    if (trainingImages % batchSize != 0 || heldOutImages % batchSize != 0) {
      throw new IllegalArgumentException(
          "batches of "
              + batchSize
              + " do not divide "
              + trainingImages
              + " and "
              + heldOutImages
              + " images");
    }
    if (shortEpochs < 1 || shortEpochs >= longEpochs) {
      throw new IllegalArgumentException(
          shortEpochs + " epochs are not at least 1 and fewer than " + longEpochs);
    }
    if (imageSize != ProceduralImages.SIDE && 2 * imageSize != ProceduralImages.SIDE) {
      throw new IllegalArgumentException("there are no generated images of side " + imageSize);
    }
  }

  /** The constants of the steps. */
  Descent descent() {
    return new Descent(momentum, true, weightDecay, 0);
  }

  /** All settings by name, for files that say how figures came about. */
  public Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("images_version", Integer.toString(ProceduralImages.VERSION));
    settings.put("width", Integer.toString(width));
    settings.put("cells_per_stage", Integer.toString(cellsPerStage));
    settings.put("image_size", Integer.toString(imageSize));
    settings.put("reductions", "shortcut");
    settings.put("batch_size", Integer.toString(batchSize));
    settings.put("training_images", Integer.toString(trainingImages));
    settings.put("held_out_images", Integer.toString(heldOutImages));
    settings.put("short_epochs", Integer.toString(shortEpochs));
    settings.put("long_epochs", Integer.toString(longEpochs));
    settings.put("learning_rate", Double.toString(learningRate));
    settings.put("momentum", Double.toString(momentum));
    settings.put("weight_decay", Double.toString(weightDecay));
    return settings;
  }
}
