package org.dartboard.training;

import org.dartboard.data.Augmentation;
import org.dartboard.data.BatchMaker;
import org.dartboard.data.ImageSet;
import org.dartboard.data.Normalization;
import org.dartboard.random.RandomStreams;

/** The images of a training: those that weights are trained on, and those that are held out. */
public final class TrainingData {
  private final String name;
  private final ImageSet images;
  private final int[] training;
  private final ImageSet heldOutImages;
  private final int[] heldOut;
  private final Normalization normalization;

  /**
   * Images and which of them are used for what.
   *
   * @param name of images and split together, such as {@code cifar10-valid}; results carry it
   * @param training positions in {@code images} to train on, at least one
   * @param heldOutImages as large and with as many classes as {@code images}; may be the same
   * @param heldOut positions there to evaluate on, at least one
   * @throws IllegalArgumentException if the two sets differ in side or classes
   */
  public TrainingData(
      String name,
      ImageSet images,
      int[] training,
      ImageSet heldOutImages,
      int[] heldOut,
      Normalization normalization) {
    if (images.side() != heldOutImages.side() || images.classes() != heldOutImages.classes()) {
      throw new IllegalArgumentException(
          "%s has %d classes at side %d, but %s has %d at side %d: they are no training and held-out images of one kind"
              .formatted(
                  images.name(),
                  images.classes(),
                  images.side(),
                  heldOutImages.name(),
                  heldOutImages.classes(),
                  heldOutImages.side()));
    }
    this.name = name;
    this.images = images;
    this.training = training.clone();
    this.heldOutImages = heldOutImages;
    this.heldOut = heldOut.clone();
    this.normalization = normalization;
  }

  /** What images and split are called. */
  public String name() {
    return name;
  }

  /** Height and width of the images. */
  public int side() {
    return images.side();
  }

  /** How many classes there are. */
  public int classes() {
    return images.classes();
  }

  /** How the images are normalised. */
  Normalization normalization() {
    return normalization;
  }

  /** How many images are trained on in an epoch. */
  public int trainingSize() {
    return training.length;
  }

  /** How many images are held out. */
  public int heldOutSize() {
    return heldOut.length;
  }

  /** Batches to train on: in an order drawn for each epoch, augmented as the recipe says. */
  BatchMaker trainingBatches(Recipe recipe, RandomStreams streams) {
    return new BatchMaker(
        images,
        training,
        recipe.batchSize(),
        BatchMaker.Order.SHUFFLED,
        recipe.augmentation(),
        normalization,
        streams);
  }

  /** Batches to evaluate on: each held-out image once, as it is. */
  BatchMaker heldOutBatches(Recipe recipe, RandomStreams streams) {
    return new BatchMaker(
        heldOutImages,
        heldOut,
        recipe.batchSize(),
        BatchMaker.Order.SEQUENTIAL,
        Augmentation.NONE,
        normalization,
        streams);
  }
}
