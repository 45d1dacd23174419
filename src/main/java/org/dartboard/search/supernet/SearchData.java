package org.dartboard.search.supernet;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.dartboard.data.Cifar10;
import org.dartboard.data.CifarSplit;
import org.dartboard.data.DataException;
import org.dartboard.data.ImageSet;
import org.dartboard.data.Normalization;
import org.dartboard.io.DataFolders;
import org.dartboard.io.MissingDataException;

/** The images that a search sees: one half to train weights on, another for the architecture. */
public final class SearchData {
  /** So many images of the first file hold enough of both halves for a trial. */
  private static final int HEAD = 512;

  private final ImageSet images;
  private final int[] training;
  private final int[] validation;
  private final Normalization normalization;

  /**
   * Images with a split.
   *
   * @param training positions of the images that weights are trained on
   * @param validation positions of the images that the architecture is moved on
   */
  public SearchData(
      ImageSet images, int[] training, int[] validation, Normalization normalization) {
    this.images = images;
    this.training = training.clone();
    this.validation = validation.clone();
    this.normalization = normalization;
  }

  /**
   * CIFAR-10's training images with the benchmark's split, as large as a profile has them.
   *
   * @throws MissingDataException if there is no folder with images or split
   * @throws DataException if images or split are not the official ones
   */
  public static SearchData cifar10(DataFolders folders, SupernetProfile profile)
      throws DataException, MissingDataException {
    Path folder = folders.find(Cifar10.FOLDER);
    CifarSplit split = CifarSplit.read(folders.find(CifarSplit.FOLDER));
    boolean all = profile.imagesPerHalf() == Integer.MAX_VALUE;
    ImageSet images = all ? Cifar10.training(folder) : Cifar10.firstTraining(folder, HEAD);
    return new SearchData(
        profile.halved() ? images.halved() : images,
        first(split.training(), images.size(), profile.imagesPerHalf()),
        first(split.validation(), images.size(), profile.imagesPerHalf()),
        Normalization.CIFAR_10);
  }

  private static int[] first(int[] positions, int below, int most) {
    return Arrays.stream(positions).filter(position -> position < below).limit(most).toArray();
  }

  /** The images that both halves are taken from. */
  public ImageSet images() {
    return images;
  }

  /** How the values are normalised. */
  public Normalization normalization() {
    return normalization;
  }

  /** Positions of the images that weights are trained on; a copy. */
  public int[] training() {
    return training.clone();
  }

  /** Positions of the images that the architecture is moved on; a copy. */
  public int[] validation() {
    return validation.clone();
  }

  /** Positions of the images of both halves, the training half first. */
  public int[] both() {
    return IntStream.concat(Arrays.stream(training), Arrays.stream(validation)).toArray();
  }
}
