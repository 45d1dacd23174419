package org.dartboard.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFoldersTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path home;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path named;

  @Test
  void theNamedFolderComesBeforeTheProjectsOwn() throws IOException {
    Path own = Files.createDirectories(home.resolve("nasbench201-data/cifar-10"));
    DataFolders folders = DataFolders.of(Map.of(DataFolders.VARIABLE, named.toString()), home);

    assertEquals(own, folders.find("cifar-10"));
    Path first = Files.createDirectory(named.resolve("cifar-10"));
    assertEquals(first, folders.find("cifar-10"));
  }

  @Test
  void aMissingFolderIsNamedWithThePlacesLookedAt() {
    DataFolders folders = DataFolders.of(Map.of(), home);

    MissingDataException error =
        assertThrows(MissingDataException.class, () -> folders.find("cifar-10"));

    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains(home.resolve("nasbench201-data/cifar-10").toString()), message);
    assertTrue(message.contains("Set DARTBOARD_DATA"), message);
  }
}
