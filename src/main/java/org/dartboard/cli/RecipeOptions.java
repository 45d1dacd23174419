package org.dartboard.cli;

import java.util.ArrayList;
import java.util.List;
import org.dartboard.data.ImageSource;
import org.dartboard.data.ProceduralImages;
import org.dartboard.training.Recipe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that say how a cell is trained: a profile, and what takes the place of its values.
 */
final class RecipeOptions {
  @Option(
      names = "--epochs",
      paramLabel = "N",
      description =
          "How long; the learning rate falls to 0 over them. The benchmark has 12 and 200."
              + " Default: ${DEFAULT-VALUE}.",
      defaultValue = "12")
  private int epochs = 12;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = {
        "paper: the benchmark's own network and images. desk: 8 channels, one cell a stage,"
            + " 16x16 images. smoke: 4 channels and a few images, to show that the path works."
            + " Default: ${DEFAULT-VALUE}."
      },
      defaultValue = "paper")
  private TrainingProfile profile = TrainingProfile.PAPER;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "Channels of the first stage, in place of the profile's.")
  private @Nullable Integer width;

  @Option(
      names = "--cells",
      paramLabel = "N",
      description = "Cells a stage, in place of the profile's.")
  private @Nullable Integer cells;

  @Option(
      names = "--image-size",
      paramLabel = "N",
      description = "Height and width of the images: 32, or 16, 8 or 4 by averaging.")
  private @Nullable Integer imageSize;

  int epochs() {
    return epochs;
  }

  TrainingProfile profile() {
    return profile;
  }

  /**
   * The recipe.
   *
   * @param images what is trained on; generated images have a fixed side
   * @throws BadInputException for all options that are out of range together
   */
  Recipe recipe(ImageSource images) {
    int most = images.published() ? profile.imageSide() : ProceduralImages.SIDE;
    int side = imageSize == null ? Math.min(most, profile.imageSide()) : imageSize;
    List<String> defects = new ArrayList<>();
    if (!images.published() && side > most) {
      defects.add("--image-size is " + side + ", but the generated images have side " + most);
    }
    if (side != 32 && side != 16 && side != 8 && side != 4) {
      defects.add("--image-size is " + side + ", not 32, 16, 8 or 4");
    }
    requirePositive("--epochs", epochs, defects);
    requirePositive("--width", width == null ? profile.width() : width, defects);
    requirePositive("--cells", cells == null ? profile.cells() : cells, defects);
    if (!defects.isEmpty()) {
      throw new BadInputException(String.join("; ", defects));
    }
    return profile.recipe(epochs, width, cells, side);
  }

  private static void requirePositive(String option, int value, List<String> defects) {
    if (value < 1) {
      defects.add(option + " is " + value + ", not 1 or more");
    }
  }
}
