package org.dartboard.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * ImageNet16-120 (Dong and Yang, ICLR 2020): the images of ImageNet's first 120 classes at 16x16
 * pixels, in files laid out as CIFAR-10's: a label byte, then 768 pixels.
 *
 * <p>The files are made of the official batches, whose checksums the import compares.
 */
public final class ImageNet16 {
  /** The data folder's name under a root of {@link org.dartboard.io.DataFolders}. */
  public static final String FOLDER = "imagenet16-120";

  /** How many classes there are. */
  public static final int CLASSES = 120;

  /** Height and width in pixels. */
  public static final int SIDE = 16;

  /** Bytes of one image's pixels. */
  public static final int PIXELS = ImageSet.CHANNELS * SIDE * SIDE;

  /** The file of the training images. */
  public static final String TRAINING_FILE = "train.bin";

  /** The file of the test images. */
  public static final String TEST_FILE = "test.bin";

  /** How many training images there are. */
  public static final int TRAINING_IMAGES = 151_700;

  /** How many test images there are. */
  public static final int TEST_IMAGES = 6_000;

  private ImageNet16() {}

  /**
   * The training images, in the release's order.
   *
   * @throws DataException if the file is missing, truncated or foreign
   */
  public static ImageSet training(Path folder) throws DataException {
    return read("ImageNet16-120 training images", folder.resolve(TRAINING_FILE), TRAINING_IMAGES);
  }

  /**
   * The test images, in the release's order.
   *
   * @throws DataException if the file is missing, truncated or foreign
   */
  public static ImageSet test(Path folder) throws DataException {
    return read("ImageNet16-120 test images", folder.resolve(TEST_FILE), TEST_IMAGES);
  }

  static ImageSet read(String name, Path file, int images) throws DataException {
    byte[] labels = new byte[images];
    byte[] pixels = new byte[images * PIXELS];
    try {
      long expected = (long) images * (1 + PIXELS);
      if (Files.size(file) != expected) {
        throw new DataException(
            file
                + " holds "
                + Files.size(file)
                + " bytes, not "
                + expected
                + " ("
                + images
                + " images). Import the official batches again");
      }
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
        for (int image = 0; image < images; image++) {
          labels[image] = in.readByte();
          if (labels[image] < 0 || labels[image] >= CLASSES) {
            throw new DataException(
                file + " image " + image + " has the label " + labels[image] + ", not 0 to 119");
          }
          in.readFully(pixels, image * PIXELS, PIXELS);
        }
      }
    } catch (DataException e) {
      throw e;
    } catch (IOException e) {
      throw new DataException(
          file
              + " cannot be read: "
              + e
              + ". 'dartboard data import-imagenet16' makes it of the official batches",
          e);
    }
    return new ImageSet(name, SIDE, CLASSES, pixels, labels);
  }
}
