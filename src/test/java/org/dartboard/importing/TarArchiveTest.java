package org.dartboard.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
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

    TarArchive.unpack(archive, out, Map.of("a.bin", 4, "outside.bin", 4), false);

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
                () -> TarArchive.unpack(archive, folder, Map.of("a.bin", 4, "b.bin", 4), false))
            .endsWith("lacks b.bin"));
    assertTrue(
        Thrown.message(
                ImportException.class,
                () -> TarArchive.unpack(archive, folder, Map.of("a.bin", 5), false))
            .endsWith("a.bin has 4 bytes, not 5"));
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
        byte[] content = file.getValue().getBytes(UTF_8);
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
