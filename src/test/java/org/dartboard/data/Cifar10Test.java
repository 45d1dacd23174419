package org.dartboard.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.dartboard.io.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class Cifar10Test {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void readsPlainAndPackedFilesInTheOrderOfTheRelease() throws IOException {
    byte[] first = records(3, 1);
    byte[] second = records(2, 2);
    Files.write(folder.resolve("a.bin"), first);
    pack("b.bin.xz", second);
    ImageSet images =
        Cifar10.read("five images", folder, List.of(file("a.bin", first), file("b.bin", second)));

    assertEquals(5, images.size());
    assertEquals(32, images.side());
    assertEquals(second[3073], images.label(4));
    assertEquals(first[3073 * 2 + 1] & 0xff, images.value(2, 0, 0, 0));
    assertEquals(second[1 + 1024 * 2 + 32 * 5 + 7] & 0xff, images.value(3, 2, 5, 7));
  }

  @Test
  void reportsEveryDefectiveFileAtOnce() throws IOException {
    byte[] content = records(2, 3);
    byte[] damaged = content.clone();
    damaged[100] ^= 1;
    Files.write(folder.resolve("damaged.bin"), damaged);
    Files.write(folder.resolve("short.bin"), new byte[3073]);
    Files.write(folder.resolve("broken.bin.xz"), new byte[] {1, 2, 3});
    List<CifarFile> files =
        List.of(
            file("damaged.bin", content),
            file("short.bin", content),
            file("broken.bin", content),
            file("absent.bin", content));

    DataException error =
        assertThrows(DataException.class, () -> Cifar10.read("images", folder, files));

    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains(Digests.sha256(content)), message);
    assertTrue(message.contains(Digests.sha256(damaged)), message);
    assertTrue(message.contains("short.bin holds 3073 bytes unpacked, not 6146"), message);
    assertTrue(message.contains("broken.bin.xz cannot be read"), message);
    assertTrue(message.contains("absent.bin nor absent.bin.xz exists"), message);
  }

  @Test
  void refusesALabelThatIsNoClass() throws IOException {
    byte[] content = records(2, 4);
    content[3073] = 10;
    Files.write(folder.resolve("a.bin"), content);

    DataException error =
        assertThrows(
            DataException.class,
            () -> Cifar10.read("images", folder, List.of(file("a.bin", content))));

    assertTrue(String.valueOf(error.getMessage()).contains("record 1 has the label 10"));
  }

  @Test
  void halvingTakesTheRoundedMeanOfTwoByTwo() throws IOException {
    byte[] content = records(2, 5);
    Files.write(folder.resolve("a.bin"), content);
    ImageSet images = Cifar10.read("images", folder, List.of(file("a.bin", content)));
    ImageSet half = images.halved();

    assertEquals(16, half.side());
    assertEquals(images.label(1), half.label(1));
    for (int row = 0; row < 16; row++) {
      for (int column = 0; column < 16; column++) {
        double mean =
            (images.value(1, 1, 2 * row, 2 * column)
                    + images.value(1, 1, 2 * row, 2 * column + 1)
                    + images.value(1, 1, 2 * row + 1, 2 * column)
                    + images.value(1, 1, 2 * row + 1, 2 * column + 1))
                / 4.0;
        assertEquals(Math.round(mean), half.value(1, 1, row, column));
      }
    }
  }

  private static CifarFile file(String name, byte[] content) {
    return new CifarFile(name, content.length / 3073, Digests.sha256(content));
  }

  static byte[] records(int count, long seed) {
    byte[] content = new byte[count * 3073];
    Random random = new Random(seed);
    random.nextBytes(content);
    for (int record = 0; record < count; record++) {
      content[record * 3073] = (byte) random.nextInt(10);
    }
    return content;
  }

  private void pack(String name, byte[] content) throws IOException {
    try (OutputStream out =
        new XZOutputStream(Files.newOutputStream(folder.resolve(name)), new LZMA2Options(1))) {
      out.write(content);
    }
  }
}
