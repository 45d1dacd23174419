package org.dartboard.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFilesTest {
  @Test
  void bytesThatAreNoTextAreNamedByTheirFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "\u00e9", StandardCharsets.UTF_8);
    assertEquals("\u00e9", TextFiles.read(file));
    Files.writeString(file, "\u00e9", StandardCharsets.ISO_8859_1);
    assertEquals(
        file
            + ": expected text in UTF-8, found bytes that are not. Restore it from a copy, or delete"
            + " it and make it again",
        Thrown.message(NotTextException.class, () -> TextFiles.read(file)));
  }
}
