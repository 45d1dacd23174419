package org.dartboard.importing.nats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dartboard.table.LearningCurves;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TablePart;
import org.dartboard.testing.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports a release of all 15,625 records, which the published table's figures were put into. */
class WholeReleaseTest {
  private static final NatsImport.Observer NOBODY =
      new NatsImport.Observer() {
        @Override
        public void starts(int records) {}

        @Override
        public void recordRead() {}
      };

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path root;

  @Test
  void allRecordsMakeTheBenchmarksTables() throws IOException, InterruptedException {
    TabledRelease release = new TabledRelease(RealData.assumeTable());

    NatsImport.Result result = new NatsImport(root, 2, false, NOBODY).run(release, Path.of("all"));

    assertEquals(List.of(), result.problems());
    assertEquals(15_625, result.records());
    assertEquals(15_625 / LearningCurves.PER_FILE + 4, result.written().size());
    Set<TablePart> made =
        EnumSet.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES, TablePart.SEEDS, TablePart.COSTS);
    // Loading compares every column with the digests of what was published.
    Nb201Table table = Nb201Table.load(root.resolve("nasbench201"), TablePart.all());
    for (TablePart part : TablePart.values()) {
      assertEquals(made.contains(part), table.has(part), part::toString);
    }
    assertTrue(table.columnNames(TablePart.ACCURACIES).contains("in16_valtest_200"));
    assertTrue(table.columnNames(TablePart.SEEDS).contains("in16_valtest_s999"));
  }

  @Test
  void aFileThatIsNotTheBenchmarksIsNamedAndTheOthersAreWritten()
      throws IOException, InterruptedException {
    Path table = RealData.assumeTable();
    Path altered = Files.createDirectory(root.resolve("altered"));
    for (String name : List.of("nb201_arch", "nb201_acc", "nb201_seeds", "nb201_cost")) {
      String text = Files.readString(table.resolve(name + ".csv"));
      Files.writeString(altered.resolve(name + ".csv"), text.replaceFirst("7\\.221093", "7.5"));
    }

    NatsImport.Result result =
        new NatsImport(root, 2, false, NOBODY).run(new TabledRelease(altered), Path.of("all"));

    assertEquals(1, result.problems().size(), result.problems()::toString);
    String problem = result.problems().get(0);
    assertTrue(problem.contains("is not the benchmark's table, and was not kept"), problem);
    assertTrue(problem.contains("epoch_s_c10v"), problem);
    Path folder = root.resolve("nasbench201");
    assertFalse(Files.exists(folder.resolve("nb201_cost.csv")));
    for (String name : List.of("nb201_arch", "nb201_acc", "nb201_seeds")) {
      assertTrue(Files.isRegularFile(folder.resolve(name + ".csv")), name);
    }
  }
}
