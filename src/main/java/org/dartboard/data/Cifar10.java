package org.dartboard.data;

import java.nio.file.Path;
import java.util.List;

/**
 * CIFAR-10 (Krizhevsky, 2009) in its official binary layout, each file plain or packed as {@code
 * .xz}.
 *
 * <p>Every file must have the SHA-256 digest of the official release.
 */
public final class Cifar10 {
  /** The data folder's name under a root of {@link org.dartboard.io.DataFolders}. */
  public static final String FOLDER = "cifar-10";

  /** How many classes CIFAR-10 has. */
  public static final int CLASSES = 10;

  /** Height and width of an image. */
  public static final int SIDE = CifarFile.SIDE;

  private static final int IMAGES_PER_FILE = 10_000;

  private static final List<CifarFile> TRAINING =
      List.of(
          official(
              "data_batch_1.bin",
              "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"),
          official(
              "data_batch_2.bin",
              "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"),
          official(
              "data_batch_3.bin",
              "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"),
          official(
              "data_batch_4.bin",
              "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"),
          official(
              "data_batch_5.bin",
              "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"));
  private static final List<CifarFile> TEST =
      List.of(
          official(
              "test_batch.bin",
              "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b"));

  private Cifar10() {}

  /**
   * The 50,000 training images, in the release's order.
   *
   * @param folder the folder that holds {@code data_batch_1.bin} to {@code data_batch_5.bin}
   * @throws DataException naming every file that is missing, damaged or foreign
   */
  public static ImageSet training(Path folder) throws DataException {
    return read("CIFAR-10 training images", folder, TRAINING);
  }

  /**
   * The first training images alone, for trials of a path that must take no time. Only their labels
   * are checked, since the digest is one of the whole file.
   *
   * @param count 1 to 10,000
   * @throws DataException if {@code data_batch_1.bin} is missing, cannot be read or holds fewer
   */
  public static ImageSet firstTraining(Path folder, int count) throws DataException {
    CifarFile file = TRAINING.get(0);
    String name = "first " + count + " CIFAR-10 training images";
    return assemble(name, count, List.of(Content.of(file, () -> file.readHead(folder, count))));
  }

  /**
   * The 10,000 test images, in the release's order.
   *
   * @param folder the folder that holds {@code test_batch.bin}
   * @throws DataException if the file is missing, damaged or foreign
   */
  public static ImageSet test(Path folder) throws DataException {
    return read("CIFAR-10 test images", folder, TEST);
  }

  private static CifarFile official(String name, String sha256) {
    return new CifarFile(name, IMAGES_PER_FILE, sha256);
  }

  static ImageSet read(String name, Path folder, List<CifarFile> files) throws DataException {
    int images = files.stream().mapToInt(CifarFile::images).sum();
    // Unpacking takes seconds a file, so it is done on all processors.
    List<Content> contents =
        files.parallelStream().map(file -> Content.of(file, () -> file.read(folder))).toList();
    return assemble(name, images, contents);
  }

  private static ImageSet assemble(String name, int images, List<Content> contents)
      throws DataException {
    List<String> defects = contents.stream().flatMap(content -> content.defects.stream()).toList();
    if (!defects.isEmpty()) {
      throw new DataException(name + " cannot be read: " + String.join("; ", defects));
    }
    byte[] pixels = new byte[images * CifarFile.PIXELS];
    byte[] labels = new byte[images];
    int image = 0;
    for (Content content : contents) {
      for (int start = 0; start < content.bytes.length; start += CifarFile.RECORD) {
        labels[image] = content.bytes[start];
        System.arraycopy(
            content.bytes, start + 1, pixels, image * CifarFile.PIXELS, CifarFile.PIXELS);
        image++;
      }
    }
    return new ImageSet(name, CifarFile.SIDE, CLASSES, pixels, labels);
  }

  /** Reads a file or a part of it. */
  @FunctionalInterface
  private interface Reading {
    byte[] read() throws DataException;
  }

  /** A file's bytes, empty where it has defects; never compared. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Content(byte[] bytes, List<String> defects) {
    static Content of(CifarFile file, Reading reading) {
      try {
        byte[] bytes = reading.read();
        for (int row = 0; row < bytes.length / CifarFile.RECORD; row++) {
          int label = bytes[row * CifarFile.RECORD] & 0xff;
          if (label >= CLASSES) {
            String defect =
                file.name() + " record " + row + " has the label " + label + ", not 0 to 9";
            return new Content(new byte[0], List.of(defect));
          }
        }
        return new Content(bytes, List.of());
      } catch (DataException e) {
        return new Content(new byte[0], List.of(String.valueOf(e.getMessage())));
      }
    }
  }
}
