package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dartboard.io.DataFolders;
import org.dartboard.io.MissingDataException;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealImagesTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path home;

  @Test
  void whereTheyAreNotTheMessageSaysWhyAndHowToGetThem() {
    Path data = home.resolve("data");
    DataFolders folders = DataFolders.of(Map.of(DataFolders.VARIABLE, data.toString()), home);

    String message =
        Thrown.message(
            MissingDataException.class, () -> RealImages.require(folders, RealImages.FOR_CLAIMS));

    for (String part :
        List.of(
            "CIFAR-10 is not there",
            data.resolve("cifar-10").toString(),
            home.resolve(DataFolders.OWN).resolve("cifar-10").toString(),
            RealImages.FOR_CLAIMS,
            "'scripts/dartboard data pull'",
            "set DARTBOARD_DATA")) {
      assertTrue(message.contains(part), message);
    }
  }

  @Test
  void whereTheyAreTheFolderIsGiven() throws IOException {
    Path images = Files.createDirectories(home.resolve(DataFolders.OWN).resolve("cifar-10"));

    assertEquals(images, RealImages.require(DataFolders.of(Map.of(), home), RealImages.FOR_CLAIMS));
  }
}
