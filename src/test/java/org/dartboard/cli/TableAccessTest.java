package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dartboard.io.DataFolders;
import org.dartboard.table.EmbeddedFiles;
import org.dartboard.table.TableMissingException;
import org.dartboard.table.TableSource;
import org.dartboard.testing.RealData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableAccessTest {
  private static final String[] QUERY = {
    "table",
    "query",
    "--arch",
    "|none~0|+|none~0|none~1|+|nor_conv_3x3~0|none~1|none~2|",
    "--dataset",
    "cifar10",
    "--split",
    "test",
    "--epochs",
    "200",
    "--format"
  };

  @TempDir private Path home = Path.of("");
  private @Nullable String before;

  @BeforeEach
  void writeTable() throws IOException {
    EmbeddedFiles.write(home.resolve(DataFolders.OWN).resolve("embedded"), 1);
    before = System.getProperty(Home.PROPERTY);
    System.setProperty(Home.PROPERTY, home.toString());
  }

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(Home.PROPERTY);
    } else {
      System.setProperty(Home.PROPERTY, before);
    }
  }

  @Test
  void theStandInIsUsedWhereNobodyNamedData() {
    assertEquals(TableSource.EMBEDDED, TableAccess.choose(null, DataFolders.of(Map.of(), home)));
  }

  @Test
  void theStandInIsNotUsedWhereANamedFolderShouldHoldTheTable() {
    DataFolders named =
        DataFolders.of(Map.of(DataFolders.VARIABLE, home.resolve("elsewhere").toString()), home);
    assertThrows(TableMissingException.class, () -> TableAccess.choose(null, named));
    assertEquals(TableSource.EMBEDDED, TableAccess.choose(TableAccess.Data.EMBEDDED, named));
  }

  @Test
  void thePublishedTableIsNotReplacedWhereItIsAskedFor() {
    DataFolders none = DataFolders.of(Map.of(), home);
    assertThrows(
        TableMissingException.class, () -> TableAccess.choose(TableAccess.Data.NASBENCH201, none));
  }

  @Test
  void thePublishedTableGoesFirst() throws IOException {
    Path published = home.resolve(DataFolders.OWN).resolve("nasbench201");
    Files.createDirectories(published);
    Files.writeString(published.resolve("nb201_arch.csv"), "");
    assertEquals(
        TableSource.NAS_BENCH_201, TableAccess.choose(null, DataFolders.of(Map.of(), home)));
  }

  @Test
  void everyFormatSaysThatFiguresAreOfTheStandIn() {
    for (String format : new String[] {"text", "json", "csv"}) {
      String[] arguments = java.util.Arrays.copyOf(QUERY, QUERY.length + 3);
      arguments[QUERY.length] = format;
      arguments[QUERY.length + 1] = "--data";
      arguments[QUERY.length + 2] = "embedded";
      Invocation run = Invocation.of(arguments);
      assertEquals(0, run.code(), run::err);
      assertTrue(run.err().contains("EMBEDDED STAND-IN, NOT NAS-BENCH-201"), run::err);
      assertTrue(run.out().contains("source"), run::out);
      assertTrue(run.out().contains("embedded, not NAS-Bench-201"), run::out);
    }
  }

  @Test
  void nothingIsSaidOfTheStandInWhereThePublishedTableIs() {
    RealData.assumeTable();
    String[] arguments = java.util.Arrays.copyOf(QUERY, QUERY.length + 1);
    arguments[QUERY.length] = "json";
    Invocation run = Invocation.of(arguments);
    assertEquals(0, run.code(), run::err);
    assertEquals("", run.err());
    assertFalse(run.out().contains("embedded"), run::out);
  }
}
