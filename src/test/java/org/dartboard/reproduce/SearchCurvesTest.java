package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dartboard.checkpoint.RunFolderException;
import org.dartboard.claim.Profile;
import org.dartboard.data.ImageSource;
import org.dartboard.engine.Precision;
import org.dartboard.run.SearchFolders;
import org.dartboard.space.Cell;
import org.dartboard.table.Dataset;
import org.dartboard.table.EmbeddedFiles;
import org.dartboard.table.EmbeddedTable;
import org.dartboard.table.Epochs;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.Split;
import org.dartboard.table.SyntheticTable;
import org.dartboard.table.TablePart;
import org.dartboard.testing.RealData;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchCurvesTest {
  @SuppressWarnings("NullAway.Init")
  private static Nb201Table table;

  @BeforeAll
  static void makeTable(@TempDir Path folder) {
    SyntheticTable.write(folder);
    table = SyntheticTable.load(folder, Set.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES));
  }

  @Test
  void figuresOfTheStandInSaySoOnEveryLine(@TempDir Path folder) throws IOException {
    EmbeddedFiles.write(folder, 1);
    Nb201Table standIn = EmbeddedTable.read(folder).standIn();
    String log = "epoch,stage,cell,skips,training_loss\n1,1,111131,5,0.5\n2,1,,,0.25\n";

    List<CSVRecord> lines =
        records(SearchCurves.join(log, Optional.empty(), standIn, ImageSource.CIFAR_10));
    assertEquals(standIn.source().label(), lines.get(0).get("source"));
    assertEquals(standIn.source().label(), lines.get(1).get("source"));
    CSVRecord published =
        records(SearchCurves.join(log, Optional.empty(), table, ImageSource.CIFAR_10)).get(0);
    assertFalse(published.isMapped("source"));
  }

  @Test
  void aSearchOnGeneratedImagesSaysSoOnEveryLine(@TempDir Path folder) throws IOException {
    Path generated =
        SearchFolders.write(
            folder.resolve("generated"),
            SearchArms.plan("darts-v1", Map.of(), Profile.SMOKE, Precision.FP32, 0)
                .on(ImageSource.GENERATED)
                .configuration(),
            2,
            "111131",
            Map.of());
    for (CSVRecord line : records(SearchCurves.ofFolder(generated, table))) {
      assertEquals("generated, not CIFAR-10", line.get("images"));
    }
    Path published =
        SearchFolders.write(
            folder.resolve("published"),
            SearchArms.plan("darts-v1", Map.of(), Profile.SMOKE, Precision.FP32, 0).configuration(),
            2,
            "111131",
            Map.of());
    assertFalse(records(SearchCurves.ofFolder(published, table)).get(0).isMapped("images"));
  }

  @Test
  void aCellsFiguresAreTheTablesAndRegretIsTheDistanceToTheHighest() throws IOException {
    String log = "epoch,stage,cell,skips,training_loss\n1,1,111131,5,0.5\n2,1,,,0.25\n";
    List<CSVRecord> lines =
        records(SearchCurves.join(log, Optional.empty(), table, ImageSource.CIFAR_10));

    CSVRecord first = lines.get(0);
    assertEquals("5", first.get("skips"));
    assertEquals("0.5", first.get("training_loss"));
    int index = table.index(Cell.ofCode("111131"));
    double highest = Double.NEGATIVE_INFINITY;
    for (int other = 0; other < Nb201Table.SIZE; other++) {
      highest = Math.max(highest, test(other));
    }
    assertEquals(test(index), Double.parseDouble(first.get("accuracy_cifar10_test")), 1e-6);
    assertEquals(highest - test(index), Double.parseDouble(first.get("regret_cifar10_test")), 1e-6);
    CSVRecord second = lines.get(1);
    for (String column : List.of("cell", "skips", "parameters", "accuracy_cifar10_test")) {
      assertEquals("", second.get(column), column);
    }
    assertEquals("0.25", second.get("training_loss"));
  }

  /** Scores that follow the accuracies of four cells but for one exchanged pair. */
  @Test
  void correlationsAreThoseComputedByHand() throws IOException {
    List<Cell> cells =
        List.of(10, 2000, 4000, 9000).stream()
            .map(SyntheticTable::cell)
            .sorted((a, b) -> Double.compare(test(table.index(a)), test(table.index(b))))
            .toList();
    String codes = String.join(",", cells.stream().map(Cell::code).toList());
    String scores = "epoch,stage," + codes + "\n2,1,10,30,20,40\n3,1,10,10,10,10\n";
    String log = "epoch,cell\n1,000000\n2,000000\n3,000000\nend,\n";
    List<CSVRecord> lines =
        records(SearchCurves.join(log, Optional.of(scores), table, ImageSource.CIFAR_10));

    assertEquals(3, lines.size());
    assertEquals("", lines.get(0).get("kendall_cifar10_test"));
    // Five of six pairs agree, one does not; squared rank differences are 0, 1, 1, 0.
    assertEquals("0.666667", lines.get(1).get("kendall_cifar10_test"));
    assertEquals("0.8", lines.get(1).get("spearman_cifar10_test"));
    assertEquals("", lines.get(2).get("kendall_cifar10_test"));
    assertEquals("1", lines.get(2).get("stage"));
  }

  /** The benchmark's own figures for the cell that DARTS ends with. */
  @Test
  void theCellOfSkipsHasItsPublishedAccuracy() throws IOException {
    Nb201Table real =
        Nb201Table.load(
            RealData.assumeTable(), Set.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES));
    CSVRecord line =
        records(
                SearchCurves.join(
                    "epoch,cell\n1,111111\n", Optional.empty(), real, ImageSource.CIFAR_10))
            .get(0);
    assertEquals(54.30, Double.parseDouble(line.get("accuracy_cifar10_test")), 0.005);
    assertEquals(94.37 - 54.30, Double.parseDouble(line.get("regret_cifar10_test")), 0.01);
    assertEquals("6", line.get("skips"));
    // A stem, two residual blocks and a classifier, as 15 cells of skips have no weights: 0.073 M.
    assertEquals("73306", line.get("parameters"));
  }

  @Test
  void whatIsNoLogOfASearchIsRefused(@TempDir Path folder) throws IOException {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            SearchCurves.join(
                "epoch,code\n1,111111\n", Optional.empty(), table, ImageSource.CIFAR_10));
    String message =
        Thrown.message(RunFolderException.class, () -> SearchCurves.ofFolder(folder, table));
    assertTrue(message.contains("holds no search"), message);
    Files.writeString(folder.resolve("log.csv"), "epoch,cell\n1,99\n");
    message = Thrown.message(RunFolderException.class, () -> SearchCurves.ofFolder(folder, table));
    assertTrue(message.contains("'99' is not six digits"), message);
  }

  private static double test(int index) {
    return table.column(Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED).get(index);
  }

  private static List<CSVRecord> records(String csv) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(csv, format)) {
      return List.copyOf(parser.getRecords());
    }
  }
}
