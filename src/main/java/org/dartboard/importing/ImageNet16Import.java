package org.dartboard.importing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dartboard.data.ImageNet16;
import org.dartboard.download.Checksum;
import org.dartboard.importing.pickle.Pickle;
import org.dartboard.io.AtomicFiles;

/**
 * Makes ImageNet16-120 of the official batches of ImageNet16: pickles of images of 1,000 classes,
 * of which the first 120 are kept.
 */
public final class ImageNet16Import {
  /** MD5 sums as the benchmark's own code has them. */
  private static final List<Batch> TRAINING =
      List.of(
          new Batch("train_data_batch_1", "27846dcaa50de8e21a7d1a35f30f0e91"),
          new Batch("train_data_batch_2", "c7254a054e0e795c69120a5727050e3f"),
          new Batch("train_data_batch_3", "4333d3df2e5ffb114b05d2ffc19b1e87"),
          new Batch("train_data_batch_4", "1620cdf193304f4a92677b695d70d10f"),
          new Batch("train_data_batch_5", "348b3c2fdbb3940c4e9e834affd3b18d"),
          new Batch("train_data_batch_6", "6e765307c242a1b3d7d5ef9139b48945"),
          new Batch("train_data_batch_7", "564926d8cbf8fc4818ba23d2faac7564"),
          new Batch("train_data_batch_8", "f4755871f718ccb653440b9dd0ebac66"),
          new Batch("train_data_batch_9", "bb6dd660c38c58552125b1a92f86b5d4"),
          new Batch("train_data_batch_10", "8f03f34ac4b42271a294f91bf480f29b"));

  private static final List<Batch> TEST =
      List.of(new Batch("val_data", "3410e3017fdaefba8d5073aaa65e4bd6"));

  private ImageNet16Import() {}

  /** A file of the release. */
  record Batch(String name, String md5) {}

  /**
   * Reads the batches and writes the files that {@link ImageNet16} reads.
   *
   * @param release the folder with {@code train_data_batch_1} and the others
   * @param root the data root that the files go below
   * @return their folder
   * @throws ImportException naming every batch that is missing or not the official one
   */
  public static Path run(Path release, Path root) throws IOException {
    List<String> defects = new ArrayList<>();
    TRAINING.forEach(batch -> check(release, batch, defects));
    TEST.forEach(batch -> check(release, batch, defects));
    if (!defects.isEmpty()) {
      throw new ImportException(defects);
    }
    Path folder = Files.createDirectories(root.resolve(ImageNet16.FOLDER));
    convert(
        release, TRAINING, folder.resolve(ImageNet16.TRAINING_FILE), ImageNet16.TRAINING_IMAGES);
    convert(release, TEST, folder.resolve(ImageNet16.TEST_FILE), ImageNet16.TEST_IMAGES);
    Sums.write(folder, List.of(ImageNet16.TRAINING_FILE, ImageNet16.TEST_FILE));
    return folder;
  }

  static void check(Path release, Batch batch, List<String> defects) {
    Path file = release.resolve(batch.name());
    Checksum expected = new Checksum("MD5", batch.md5());
    if (!Files.isRegularFile(file)) {
      defects.add(file + " is not there");
      return;
    }
    try {
      Checksum actual = expected.of(file);
      if (!actual.equals(expected)) {
        defects.add(file + " has the checksum " + actual + "; the official batch has " + expected);
      }
    } catch (IOException e) {
      defects.add(file + " cannot be read: " + e.getMessage());
    }
  }

  /** Writes the images of the kept classes of some batches, in their order. */
  static void convert(Path release, List<Batch> batches, Path place, int images)
      throws IOException {
    Path beside = place.resolveSibling("." + place.getFileName() + ".tmp");
    try {
      int kept = 0;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
        for (Batch batch : batches) {
          Path file = release.resolve(batch.name());
          kept += copy(Pickle.read(Files.readAllBytes(file), file.toString()), out);
        }
      }
      if (kept != images) {
        throw new ImportException(
            release + " has " + kept + " images of the first 120 classes, not " + images);
      }
      AtomicFiles.publish(beside, place);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Labels are counted from 1; an image is its red, green and blue plane. */
  private static int copy(Pickle batch, OutputStream out) throws IOException {
    double[] labels = batch.get("labels").numbers();
    byte[] pixels = batch.get("data").bytes();
    if (pixels.length != (long) labels.length * ImageNet16.PIXELS) {
      throw new ImportException(
          batch.place() + " has " + labels.length + " labels for " + pixels.length + " pixels");
    }
    int kept = 0;
    for (int image = 0; image < labels.length; image++) {
      if (labels[image] >= 1 && labels[image] <= ImageNet16.CLASSES) {
        out.write((int) labels[image] - 1);
        out.write(pixels, image * ImageNet16.PIXELS, ImageNet16.PIXELS);
        kept++;
      }
    }
    return kept;
  }
}
