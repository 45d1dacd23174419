package org.dartboard.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dartboard.space.CanonicalForm;
import org.dartboard.space.Cell;
import org.dartboard.space.IsomorphismClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedTableTest {
  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void writeTable() throws IOException {
    EmbeddedFiles.write(folder, 2);
  }

  @Test
  void everyCellHasTheFiguresOfItsClass() throws IOException {
    Nb201Table table = EmbeddedTable.read(folder).standIn();
    IsomorphismClasses classes = IsomorphismClasses.ofAllCells();
    AccuracyColumn validation =
        table.column(Dataset.CIFAR10_VALID, Split.VALID, Epochs.TWO_HUNDRED);
    for (int ordinal = 0; ordinal < Cell.COUNT; ordinal++) {
      Cell cell = new Cell(ordinal);
      Cell representative = classes.representative(cell);
      assertEquals(CanonicalForm.of(cell), CanonicalForm.of(representative));
      double expected =
          (EmbeddedFiles.figures(representative, 0).validation()
                  + EmbeddedFiles.figures(representative, 1).validation())
              / 2;
      assertEquals(expected, validation.get(table.index(cell)), 1e-9);
    }
    assertEquals(6_466, classes.representatives().size());
  }

  @Test
  void queriesOfTheBenchmarkAreAnsweredByTheStandIn() throws IOException {
    Nb201Table table = EmbeddedTable.read(folder).standIn();
    Cell cell = Cell.ofCode("333333");
    int index = table.index(cell);
    EmbeddedFigures first = EmbeddedFiles.figures(cell, 0);
    EmbeddedFigures second = EmbeddedFiles.figures(cell, 1);
    assertEquals(cell, table.cell(index));
    assertEquals(
        (first.shortTest() + second.shortTest()) / 2,
        table.accuracy(index, Dataset.CIFAR100, Split.TEST, Epochs.TWELVE, Trial.MEAN),
        1e-9);
    assertEquals(
        second.test(),
        table.accuracy(index, Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED, new Trial.Seed(888)),
        1e-9);
    assertEquals(
        (first.test() + first.validation()) / 2,
        table.accuracy(
            index, Dataset.IMAGENET16_120, Split.VALTEST, Epochs.TWO_HUNDRED, new Trial.Seed(777)),
        1e-9);
    assertThrows(
        IllegalQueryException.class,
        () ->
            table.accuracy(
                index, Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED, new Trial.Seed(999)));
    assertTrue(table.costs().secondsPerEpoch(index, Dataset.CIFAR10) > 0);
    assertEquals(2, table.trainings(index));
  }

  @Test
  void theSourceAndTheDigestTellItFromThePublishedTable() throws IOException {
    Nb201Table table = EmbeddedTable.read(folder).standIn();
    assertEquals(TableSource.EMBEDDED, table.source());
    assertFalse(table.source().published());
    String digest = table.digest();
    EmbeddedFiles.write(folder, 1);
    assertFalse(digest.equals(EmbeddedTable.read(folder).standIn().digest()));
  }

  @Test
  void aChangedFigureIsRefused() throws IOException {
    Path file = folder.resolve("seed-1.csv");
    Files.writeString(file, Files.readString(file).replaceFirst("000000,0.0", "000000,0.5"));
    refused("seed-1.csv has the SHA-256");
  }

  @Test
  void aMissingFileIsRefused() throws IOException {
    Files.delete(folder.resolve("seed-0.csv"));
    refused("seed-0.csv is missing");
  }

  @Test
  void anUnfinishedBuildIsRefused() throws IOException {
    Path file = folder.resolve("seed-0.csv");
    String text = Files.readString(file);
    String cut = text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1);
    Files.writeString(file, cut);
    Path manifest = folder.resolve(EmbeddedManifest.FILE);
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replace(EmbeddedManifest.digest(text), EmbeddedManifest.digest(cut)));
    refused("the build is not finished");
  }

  @Test
  void aManifestOfAnotherFormatIsRefused() throws IOException {
    Path manifest = folder.resolve(EmbeddedManifest.FILE);
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replace("\"format\" : 1", "\"format\" : 2"));
    refused("format is 2, not 1");
    Files.writeString(manifest, text.substring(0, text.length() / 2));
    refused("is no JSON");
  }

  private void refused(String words) {
    EmbeddedFormatException refused =
        assertThrows(EmbeddedFormatException.class, () -> EmbeddedTable.read(folder));
    assertTrue(String.valueOf(refused.getMessage()).contains(words), refused::getMessage);
  }
}
