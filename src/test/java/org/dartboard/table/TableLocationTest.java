package org.dartboard.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableLocationTest {
  private Path home;
  private Path data;

  @BeforeEach
  void makeFolders(@TempDir Path temporary) throws IOException {
    home = Files.createDirectory(temporary.resolve("home"));
    data = Files.createDirectory(temporary.resolve("data"));
  }

  @Test
  void theEnvironmentComesFirst() throws IOException {
    Path first = tableIn(data.resolve("nasbench201"), "nb201_arch.csv.gz");
    tableIn(home.resolve("nasbench201-data"), "nb201_arch.csv");
    assertEquals(first, TableLocation.find(home, Map.of("DARTBOARD_DATA", data.toString())));
  }

  @Test
  void theCheckoutComesNext() throws IOException {
    Path second = tableIn(home.resolve("nasbench201-data"), "nb201_arch.csv");
    assertEquals(second, TableLocation.find(home, Map.of("DARTBOARD_DATA", data.toString())));
    assertEquals(second, TableLocation.find(home, Map.of("DARTBOARD_DATA", " ")));
    assertEquals(second, TableLocation.find(home, Map.of()));
  }

  @Test
  void theTablesFolderMayStandInItsRoot() throws IOException {
    Path below = tableIn(home.resolve("nasbench201-data/nasbench201"), "nb201_arch.csv");
    tableIn(home.resolve("nasbench201-data"), "nb201_arch.csv");
    assertEquals(below, TableLocation.find(home, Map.of()));
  }

  @Test
  void nowhereIsAnErrorThatSaysWhereAndHow() throws IOException {
    Files.createDirectory(home.resolve("nasbench201-data"));
    String message =
        Thrown.message(
            TableMissingException.class,
            () -> TableLocation.find(home, Map.of("DARTBOARD_DATA", data.toString())));
    assertTrue(
        message.contains(
            data.resolve("nasbench201")
                + " (nasbench201 in $DARTBOARD_DATA): there is no such folder"),
        message);
    assertTrue(
        message.contains(
            "nasbench201-data in the checkout): it holds neither nb201_arch.csv nor"
                + " nb201_arch.csv.gz"),
        message);
    assertTrue(message.contains("nasbench201-data/README.md lists the files"), message);
    assertTrue(
        Thrown.message(TableMissingException.class, () -> TableLocation.find(home, Map.of()))
            .contains("DARTBOARD_DATA is not set"));
  }

  @Test
  void aFileInPlaceOfTheFolderIsSaid() throws IOException {
    Files.createFile(data.resolve("nasbench201"));
    assertTrue(
        Thrown.message(
                TableMissingException.class,
                () -> TableLocation.find(home, Map.of("DARTBOARD_DATA", data.toString())))
            .contains("it is not a folder"));
    assertTrue(
        Thrown.message(
                TableMissingException.class,
                () -> Nb201Table.load(data.resolve("nasbench201"), Set.of()))
            .contains("it is not a folder"));
  }

  private static Path tableIn(Path folder, String file) throws IOException {
    Files.createDirectories(folder);
    Files.createFile(folder.resolve(file));
    return folder;
  }
}
