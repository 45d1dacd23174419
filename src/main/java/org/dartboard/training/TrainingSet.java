package org.dartboard.training;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dartboard.data.BatchMaker;
import org.dartboard.data.Cifar10;
import org.dartboard.data.CifarSplit;
import org.dartboard.data.DataException;
import org.dartboard.data.ImageSet;
import org.dartboard.data.Normalization;
import org.dartboard.data.ProceduralImages;
import org.dartboard.io.DataFolders;
import org.dartboard.io.MissingDataException;

/** The images that the benchmark trained on, with what it held out. */
public enum TrainingSet {
  /** Half of CIFAR-10's training images, by the benchmark's split; the other half is held out. */
  CIFAR10_VALID {
    @Override
    TrainingData whole(DataFolders folders, int side) throws DataException, MissingDataException {
      ImageSet images = reduced(Cifar10.training(folders.find(Cifar10.FOLDER)), side);
      CifarSplit split = CifarSplit.read(folders.find(CifarSplit.FOLDER));
      return data(label(), images, split.training(), images, split.validation());
    }

    @Override
    TrainingData few(DataFolders folders, int side) throws DataException, MissingDataException {
      ImageSet images = reduced(head(folders), side);
      CifarSplit split = CifarSplit.read(folders.find(CifarSplit.FOLDER));
      return data(
          label() + TRIAL,
          images,
          first(below(split.training(), images.size())),
          images,
          first(below(split.validation(), images.size())));
    }
  },
  /** All of CIFAR-10's training images; the test images are held out. */
  CIFAR10 {
    @Override
    TrainingData whole(DataFolders folders, int side) throws DataException, MissingDataException {
      Path folder = folders.find(Cifar10.FOLDER);
      ImageSet images = reduced(Cifar10.training(folder), side);
      ImageSet test = reduced(Cifar10.test(folder), side);
      return data(label(), images, BatchMaker.all(images), test, BatchMaker.all(test));
    }

    @Override
    TrainingData few(DataFolders folders, int side) throws DataException, MissingDataException {
      ImageSet images = reduced(head(folders), side);
      return data(
          label() + TRIAL,
          images,
          IntStream.range(0, TRIAL_IMAGES).toArray(),
          images,
          IntStream.range(TRIAL_IMAGES, 2 * TRIAL_IMAGES).toArray());
    }
  };

  private static final String GENERATED = "generated images";
  private static final String TRIAL = ", a few images for a trial";

  /** So many images of the first file hold enough of both halves for a trial. */
  private static final int HEAD = 512;

  private static final int TRIAL_IMAGES = 96;

  /** The benchmark's name, such as {@code cifar10-valid}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return label();
  }

  /**
   * Reads the images.
   *
   * @param side 32, or 16, 8 or 4 for images that are averaged down
   * @param trial a few images alone, for a trial of the path that takes no time
   * @throws IllegalArgumentException if images cannot have that side
   * @throws MissingDataException if there is no folder with images or split
   * @throws DataException if images or split are not the official ones
   */
  public TrainingData load(DataFolders folders, int side, boolean trial)
      throws DataException, MissingDataException {
    if (side != 32 && side != 16 && side != 8 && side != 4) {
      throw new IllegalArgumentException(
          "image side " + side + " is not 32, or 16, 8 or 4 by averaging");
    }
    return trial ? few(folders, side) : whole(folders, side);
  }

  /**
   * Images that the code draws, in CIFAR-10's place: as many are trained on and held out.
   *
   * @param side 16, or 8 or 4 by averaging
   * @param trial a few images alone
   */
  public TrainingData generated(int side, boolean trial) {
    int count = trial ? TRIAL_IMAGES : this == CIFAR10_VALID ? 25_000 : 50_000;
    int heldOut = trial ? TRIAL_IMAGES : this == CIFAR10_VALID ? 25_000 : 10_000;
    ImageSet images = reduced(ProceduralImages.of(ProceduralImages.Part.TRAINING, count), side);
    ProceduralImages.Part part =
        this == CIFAR10_VALID ? ProceduralImages.Part.VALIDATION : ProceduralImages.Part.TEST;
    ImageSet rest = reduced(ProceduralImages.of(part, heldOut), side);
    return new TrainingData(
        GENERATED + (trial ? TRIAL : ""),
        images,
        BatchMaker.all(images),
        rest,
        BatchMaker.all(rest),
        ProceduralImages.NORMALIZATION);
  }

  /**
   * How the images of a training are normalised.
   *
   * @param data what {@link TrainingData#name} gives for data of this class
   * @return nothing where it is the name of other data
   */
  static Optional<Normalization> normalization(String data) {
    String name = data.endsWith(TRIAL) ? data.substring(0, data.length() - TRIAL.length()) : data;
    if (name.equals(GENERATED)) {
      return Optional.of(ProceduralImages.NORMALIZATION);
    }
    return Arrays.stream(values())
        .filter(set -> set.label().equals(name))
        .findAny()
        .map(set -> Normalization.CIFAR_10);
  }

  abstract TrainingData whole(DataFolders folders, int side)
      throws DataException, MissingDataException;

  abstract TrainingData few(DataFolders folders, int side)
      throws DataException, MissingDataException;

  private static ImageSet head(DataFolders folders) throws DataException, MissingDataException {
    return Cifar10.firstTraining(folders.find(Cifar10.FOLDER), HEAD);
  }

  private static ImageSet reduced(ImageSet images, int side) {
    ImageSet reduced = images;
    while (reduced.side() > side) {
      reduced = reduced.halved();
    }
    return reduced;
  }

  private static int[] below(int[] positions, int limit) {
    return Arrays.stream(positions).filter(position -> position < limit).toArray();
  }

  private static int[] first(int[] positions) {
    return Arrays.copyOf(positions, TRIAL_IMAGES);
  }

  private static TrainingData data(
      String name, ImageSet images, int[] training, ImageSet heldOutImages, int[] heldOut) {
    return new TrainingData(name, images, training, heldOutImages, heldOut, Normalization.CIFAR_10);
  }
}
