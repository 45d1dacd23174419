package org.dartboard.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir Path folder;

  @Test
  void writesIntoFoldersThatAreNotThereYet() throws IOException {
    Path file = folder.resolve("a/b/c.txt");
    AtomicFiles.write(file, "content\n");
    assertEquals("content\n", Files.readString(file));
    assertEquals(1, files(file.getParent()));
  }

  @Test
  void replacesTheOldContent() throws IOException {
    Path file = folder.resolve("c.txt");
    AtomicFiles.write(file, "a long old text");
    AtomicFiles.write(file, "new");
    assertEquals("new", Files.readString(file));
    assertEquals(1, files(folder));
  }

  @Test
  void leavesAFileAloneThatHasTheContentAlready() throws IOException {
    Path file = folder.resolve("c.txt");
    AtomicFiles.write(file, "same");
    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, old);
    AtomicFiles.write(file, "same");
    assertEquals(old, Files.getLastModifiedTime(file));
  }

  @Test
  void leavesNothingBehindWhereItFails() throws IOException {
    Path file = folder.resolve("occupied");
    Files.createDirectories(file.resolve("child"));
    assertThrows(IOException.class, () -> AtomicFiles.write(file, "text"));
    assertEquals(1, files(folder));
  }

  private static long files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count();
    }
  }
}
