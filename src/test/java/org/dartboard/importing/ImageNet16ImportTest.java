package org.dartboard.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dartboard.data.ImageNet16;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageNet16ImportTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void imagesOfTheFirst120ClassesAreKeptInOrderWithLabelsFromZero() throws IOException {
    Files.write(folder.resolve("one"), batch(3, 1, 121));
    Files.write(folder.resolve("two"), batch(1000, 120));
    Path place = folder.resolve("out.bin");

    ImageNet16Import.convert(folder, batches("one", "two"), place, 3);

    byte[] made = Files.readAllBytes(place);
    int record = 1 + ImageNet16.PIXELS;
    assertEquals(3 * record, made.length);
    assertEquals(2, made[0]);
    assertEquals(0, made[record]);
    assertEquals(119, made[2 * record]);
    assertArrayEquals(image(3), Arrays.copyOfRange(made, 1, record));
    assertArrayEquals(image(1), Arrays.copyOfRange(made, record + 1, 2 * record));
    assertArrayEquals(image(120), Arrays.copyOfRange(made, 2 * record + 1, 3 * record));
  }

  @Test
  void aWrongNumberOfImagesLeavesNothing() throws IOException {
    Files.write(folder.resolve("one"), batch(3, 1, 121));
    Path place = folder.resolve("out.bin");

    assertTrue(
        Thrown.message(
                ImportException.class,
                () -> ImageNet16Import.convert(folder, batches("one"), place, 3))
            .endsWith("has 2 images of the first 120 classes, not 3"));
    assertFalse(Files.exists(place));
  }

  @Test
  void everyBatchThatIsMissingOrForeignIsNamed() throws IOException {
    Files.write(folder.resolve("train_data_batch_2"), batch(1));

    String message =
        Thrown.message(
            ImportException.class, () -> ImageNet16Import.run(folder, folder.resolve("root")));

    assertEquals(11, message.lines().count());
    assertTrue(message.contains("train_data_batch_1 is not there"), message);
    assertTrue(
        message.contains("the official batch has MD5 c7254a054e0e795c69120a5727050e3f"), message);
    assertTrue(message.contains("val_data is not there"), message);
    assertFalse(Files.exists(folder.resolve("root")));
  }

  private static List<ImageNet16Import.Batch> batches(String... names) {
    return Arrays.stream(names)
        .map(name -> new ImageNet16Import.Batch(name, "00".repeat(16)))
        .toList();
  }

  /** A pickle of protocol 3, as Python writes a batch. */
  private static byte[] batch(int... labels) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write("\u0080\3}(X\4\0\0\0datacnumpy.core.multiarray\n_reconstruct\n".getBytes(ISO_8859_1));
    out.write("cnumpy\nndarray\nK\0\u0085C\1b\u0087R(K\1K".getBytes(ISO_8859_1));
    out.write(labels.length);
    out.write("M\0\3\u0086cnumpy\ndtype\nX\2\0\0\0u1K\0K\1\u0087R".getBytes(ISO_8859_1));
    out.write("(K\3X\1\0\0\0|NNNJ\u00ff\u00ff\u00ff\u00ffJ".getBytes(ISO_8859_1));
    out.write("\u00ff\u00ff\u00ff\u00ffK\0tb\u0089B".getBytes(ISO_8859_1));
    out.write(number(labels.length * ImageNet16.PIXELS));
    for (int label : labels) {
      out.write(image(label));
    }
    out.write("tbX\6\0\0\0labels](".getBytes(ISO_8859_1));
    for (int label : labels) {
      out.write('J');
      out.write(number(label));
    }
    out.write("eu.".getBytes(ISO_8859_1));
    return out.toByteArray();
  }

  private static byte[] number(int number) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  private static byte[] image(int label) {
    byte[] image = new byte[ImageNet16.PIXELS];
    for (int position = 0; position < image.length; position++) {
      image[position] = (byte) (label * 7 + position);
    }
    return image;
  }
}
