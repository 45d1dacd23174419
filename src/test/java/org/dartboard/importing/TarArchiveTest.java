package org.dartboard.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarArchiveTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void onlyTheNamedFilesAreWrittenAndOnlyWhereTheCallerSays() throws IOException {
    Path archive =
        archive(
            Map.of("release/a.bin", "aaaa", "../../outside.bin", "bbbb", "release/readme", "c"));
    Path out = folder.resolve("deep/out");

    TarArchive.unpack(archive, out, Map.of("a.bin", 4, "outside.bin", 4));

    assertEquals("aaaa", Files.readString(out.resolve("a.bin")));
    assertEquals("bbbb", Files.readString(out.resolve("outside.bin")));
    assertFalse(Files.exists(out.resolve("readme")));
    assertFalse(Files.exists(folder.resolve("outside.bin")));
  }

  @Test
  void aMissingFileAndAWrongSizeAreNamed() throws IOException {
    Path archive = archive(Map.of("a.bin", "aaaa"));

    assertTrue(
        Thrown.message(
                ImportException.class,
                () -> TarArchive.unpack(archive, folder, Map.of("a.bin", 4, "b.bin", 4)))
            .endsWith("lacks b.bin"));
    assertTrue(
        Thrown.message(
                ImportException.class, () -> TarArchive.unpack(archive, folder, Map.of("a.bin", 5)))
            .endsWith("a.bin has 4 bytes, not 5"));
  }

  /** Its sums would say for ever that it is right. */
  @Test
  void aFileThatIsNotTheArchivesGivesWay() throws IOException {
    byte[] right = new byte[1000];
    UniformRandomProvider random = new RandomStreams("tar archive", 3).stream("content");
    random.nextBytes(right);
    byte[] damaged = right.clone();
    damaged[random.nextInt(right.length)] ^= 1;
    Path archive = archive(Map.of("release/train.bin", new String(right, ISO_8859_1)));
    Path file = folder.resolve("train.bin");
    for (byte[] there : List.of(damaged, Arrays.copyOf(right, 500), new byte[0])) {
      Files.write(file, there);

      TarArchive.unpack(archive, folder, Map.of("train.bin", right.length));

      assertArrayEquals(right, Files.readAllBytes(file));
    }
    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, old);
    TarArchive.unpack(archive, folder, Map.of("train.bin", right.length));
    assertEquals(old, Files.getLastModifiedTime(file));
  }

  @Test
  void aDiskWithTooLittleSpaceIsSaidBeforeAnythingIsWritten() throws IOException {
    Path archive = archive(Map.of("a.bin", "aaaa", "b.bin", "bbbbb"));
    Path out = folder.resolve("out");

    String message =
        Thrown.message(
            ImportException.class,
            () -> TarArchive.unpack(archive, out, Map.of("a.bin", 4, "b.bin", 5), place -> 8));

    assertTrue(
        message.startsWith(
            "the disk is full: what archive.tar.gz holds needs 9 bytes, " + out + " has 8 left"),
        message);
    assertTrue(message.contains("another disk with --into"), message);
    assertFalse(Files.exists(out.resolve("a.bin")));

    TarArchive.unpack(archive, out, Map.of("a.bin", 4, "b.bin", 5), place -> 9);
    // What is there takes no more space.
    TarArchive.unpack(archive, out, Map.of("a.bin", 4, "b.bin", 5), place -> 0);
  }

  @Test
  void sumsFindAChangedFile() throws IOException {
    Files.writeString(folder.resolve("a"), "one");
    Files.writeString(folder.resolve("b"), "two");
    Sums.write(folder, List.of("a", "b"));
    Sums.check(folder, List.of("a", "b"));

    Files.writeString(folder.resolve("b"), "three");
    assertTrue(
        Thrown.message(ImportException.class, () -> Sums.check(folder, List.of("a", "b")))
            .startsWith(folder.resolve("b") + " has the SHA-256"));
  }

  private Path archive(Map<String, String> files) throws IOException {
    Path archive = folder.resolve("archive.tar.gz");
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        byte[] content = file.getValue().getBytes(ISO_8859_1);
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return archive;
  }
}
