package org.dartboard.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageNet16Test {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void imagesAreReadPlaneByPlane() throws IOException {
    byte[] bytes = new byte[2 * (1 + ImageNet16.PIXELS)];
    int second = 1 + ImageNet16.PIXELS;
    bytes[second] = 119;
    bytes[second + 1 + 256 + 16 * 2 + 3] = (byte) 200;
    Path file = Files.write(folder.resolve("a"), bytes);

    ImageSet images = ImageNet16.read("images", file, 2);

    assertEquals(119, images.label(1));
    assertEquals(200, images.value(1, 1, 2, 3));
    assertEquals(16, images.side());
    assertEquals(120, images.classes());
  }

  @Test
  void aTruncatedFileAForeignLabelAndAMissingFileAreRefused() throws IOException {
    byte[] bytes = new byte[1 + ImageNet16.PIXELS];
    bytes[0] = 120;
    Path file = Files.write(folder.resolve("a"), bytes);

    assertTrue(
        Thrown.message(DataException.class, () -> ImageNet16.read("images", file, 2))
            .contains("holds 769 bytes, not 1538"));
    assertTrue(
        Thrown.message(DataException.class, () -> ImageNet16.read("images", file, 1))
            .contains("image 0 has the label 120, not 0 to 119"));
    assertTrue(
        Thrown.message(DataException.class, () -> ImageNet16.training(folder))
            .contains("'dartboard data import-imagenet16' makes it"));
  }
}
