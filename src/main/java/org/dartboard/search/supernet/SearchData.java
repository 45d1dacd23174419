package org.dartboard.search.supernet;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.dartboard.data.BatchMaker;
import org.dartboard.data.Cifar10;
import org.dartboard.data.CifarSplit;
import org.dartboard.data.DataException;
import org.dartboard.data.ImageSet;
import org.dartboard.data.ImageSource;
import org.dartboard.data.Normalization;
import org.dartboard.data.ProceduralImages;
import org.dartboard.io.DataFolders;
import org.dartboard.io.MissingDataException;

/** The images that a search sees: one half to train weights on, another for the architecture. */
public final class SearchData {
  /** So many images of the first file hold enough of both halves for a trial. */
  private static final int HEAD = 512;

  private static final int TRIAL_IMAGES = 96;
  private static final int GENERATED_HALF = 25_000;
  private static final int GENERATED_HELD_OUT = 10_000;

  private final ImageSource source;
  private final ImageSet images;
  private final int[] training;
  private final int[] validation;
  private final Normalization normalization;
  private final ImageSet heldOutImages;
  private final int[] heldOut;

  /**
   * Images with a split.
   *
   * @param source where they come from
   * @param training positions of the images that weights are trained on
   * @param validation positions of the images that the architecture is moved on
   * @param heldOutImages where images are that the search never sees
   * @param heldOut their positions there, at least one
   */
  public SearchData(
      ImageSource source,
      ImageSet images,
      int[] training,
      int[] validation,
      Normalization normalization,
      ImageSet heldOutImages,
      int[] heldOut) {
    this.source = source;
    this.images = images;
    this.training = training.clone();
    this.validation = validation.clone();
    this.normalization = normalization;
    this.heldOutImages = heldOutImages;
    this.heldOut = heldOut.clone();
  }

  /**
   * CIFAR-10's training images with the benchmark's split, as large as a profile has them; its test
   * images are held out.
   *
   * @throws MissingDataException if there is no folder with images or split
   * @throws DataException if images or split are not the official ones
   */
  public static SearchData cifar10(DataFolders folders, SupernetProfile profile)
      throws DataException, MissingDataException {
    Path folder = folders.find(Cifar10.FOLDER);
    CifarSplit split = CifarSplit.read(folders.find(CifarSplit.FOLDER));
    if (profile == SupernetProfile.SMOKE) {
      return trial(Cifar10.firstTraining(folder, HEAD).halved(), split);
    }
    ImageSet images = Cifar10.training(folder);
    ImageSet test = Cifar10.test(folder);
    return new SearchData(
        ImageSource.CIFAR_10,
        profile.halved() ? images.halved() : images,
        split.training(),
        split.validation(),
        Normalization.CIFAR_10,
        profile.halved() ? test.halved() : test,
        BatchMaker.all(test));
  }

  /**
   * Images that the code draws, for machines without CIFAR-10: as many as CIFAR-10 has in each half
   * and held out, at their own size in all profiles but smoke, which has few of them.
   */
  public static SearchData generated(SupernetProfile profile) {
    boolean few = profile == SupernetProfile.SMOKE;
    int half = few ? TRIAL_IMAGES : GENERATED_HALF;
    ImageSet images = ProceduralImages.of(ProceduralImages.Part.TRAINING, 2 * half);
    ImageSet test =
        ProceduralImages.of(ProceduralImages.Part.TEST, few ? TRIAL_IMAGES : GENERATED_HELD_OUT);
    return new SearchData(
        ImageSource.GENERATED,
        images,
        IntStream.range(0, half).toArray(),
        IntStream.range(half, 2 * half).toArray(),
        ProceduralImages.NORMALIZATION,
        test,
        BatchMaker.all(test));
  }

  /** A few images of each half; the next ones of the validation half are held out. */
  private static SearchData trial(ImageSet images, CifarSplit split) {
    int[] training = below(split.training(), images.size());
    int[] validation = below(split.validation(), images.size());
    return new SearchData(
        ImageSource.CIFAR_10,
        images,
        Arrays.copyOf(training, TRIAL_IMAGES),
        Arrays.copyOf(validation, TRIAL_IMAGES),
        Normalization.CIFAR_10,
        images,
        Arrays.copyOfRange(validation, TRIAL_IMAGES, 2 * TRIAL_IMAGES));
  }

  private static int[] below(int[] positions, int limit) {
    return Arrays.stream(positions).filter(position -> position < limit).toArray();
  }

  /** Where the images come from. */
  public ImageSource source() {
    return source;
  }

  /** The images that both halves are taken from. */
  public ImageSet images() {
    return images;
  }

  /** Where the images are that the search never sees. */
  public ImageSet heldOutImages() {
    return heldOutImages;
  }

  /** Positions of those images; a copy. */
  public int[] heldOut() {
    return heldOut.clone();
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
