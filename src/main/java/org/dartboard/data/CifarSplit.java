package org.dartboard.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.dartboard.io.Digests;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The split of CIFAR-10's 50,000 training images into two halves that NAS-Bench-201 uses: weights
 * are trained on one, architectures are chosen on the other.
 *
 * <p>It is read from the benchmark's own {@code cifar-split.txt} (AutoDL-Projects).
 */
public final class CifarSplit {
  /** The data folder's name under a root of {@link org.dartboard.io.DataFolders}. */
  public static final String FOLDER = "nasbench201-raw";

  /** The file's name in that folder. */
  public static final String FILE = "cifar-split.txt";

  private static final String SHA256 =
      "986da6174822048d4c5a25ee8ebdb7e754cd5372b51c633ffd4898ace8db9e32";
  private static final int IMAGES = 50_000;

  private final int[] training;
  private final int[] validation;

  private CifarSplit(int[] training, int[] validation) {
    this.training = training;
    this.validation = validation;
  }

  /**
   * Reads the official file.
   *
   * @param folder the folder that holds {@value #FILE}
   * @throws DataException if it is missing or not the official one
   */
  public static CifarSplit read(Path folder) throws DataException {
    Path file = folder.resolve(FILE);
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new DataException(
          file
              + " cannot be read: "
              + e
              + ". 'dartboard data pull nasbench201' downloads it; it is configs/nas-benchmark/"
              + FILE
              + " of AutoDL-Projects",
          e);
    }
    String actual = Digests.sha256(content);
    if (!actual.equals(SHA256)) {
      throw new DataException(
          file + " is not the official split: its SHA-256 is " + actual + ", not " + SHA256);
    }
    return parse(new String(content, StandardCharsets.UTF_8), IMAGES);
  }

  /**
   * Reads a split's text and checks that its halves are disjoint and complete.
   *
   * @param images how many images there are to split
   */
  static CifarSplit parse(String text, int images) throws DataException {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      throw new DataException("the split is no JSON: " + e.getOriginalMessage(), e);
    }
    List<String> defects = new ArrayList<>();
    BitSet seen = new BitSet(images);
    int[] training = indices(root, "train", images, seen, defects);
    int[] validation = indices(root, "valid", images, seen, defects);
    if (defects.isEmpty() && seen.cardinality() != images) {
      defects.add("image " + seen.nextClearBit(0) + " is in neither half");
    }
    if (!defects.isEmpty()) {
      throw new DataException("the split cannot be used: " + String.join("; ", defects));
    }
    return new CifarSplit(training, validation);
  }

  private static int[] indices(
      JsonNode root, String half, int images, BitSet seen, List<String> defects) {
    // The file's form is {"train": ["int", ["0", "5", ...]], ...}.
    JsonNode list = root.path(half).path(1);
    if (!list.isArray()) {
      defects.add("'" + half + "' is not a pair of a type and a list");
      return new int[0];
    }
    int[] indices = new int[list.size()];
    for (int position = 0; position < indices.length; position++) {
      int index = list.get(position).asInt(-1);
      if (index < 0 || index >= images) {
        defects.add(
            "'" + half + "' has " + list.get(position) + ", not an index 0 to " + (images - 1));
      } else if (seen.get(index)) {
        defects.add("image " + index + " of '" + half + "' is there twice");
      } else {
        seen.set(index);
      }
      indices[position] = index;
    }
    return indices;
  }

  /** Positions of the images that weights are trained on, ascending; a copy. */
  public int[] training() {
    return training.clone();
  }

  /** Positions of the images that architectures are chosen on, ascending; a copy. */
  public int[] validation() {
    return validation.clone();
  }
}
