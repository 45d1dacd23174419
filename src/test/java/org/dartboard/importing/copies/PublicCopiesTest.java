package org.dartboard.importing.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dartboard.importing.TableFiles;
import org.dartboard.importing.TableText;
import org.dartboard.space.Cell;
import org.dartboard.table.TablePart;
import org.dartboard.testing.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the table of the public copies and compares it with one that was made by others. */
class PublicCopiesTest {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void theTableOfTheCopiesEqualsTheReferenceValueByValue() throws IOException {
    Path reference = RealData.assumeTable();
    Path raw = reference.resolveSibling(PublicCopies.FOLDER);
    assumeTrue(
        Files.isDirectory(raw),
        "the public copies are needed: a folder " + PublicCopies.FOLDER + " beside the table");

    List<Path> written =
        TableFiles.write(PublicCopies.read(raw), Cell.COUNT, folder.resolve("nasbench201"), false);

    Map<String, Integer> compared = new TreeMap<>();
    for (Path file : written) {
      String name = file.getFileName().toString();
      compared.put(name, compare(name, records(file), records(reference.resolve(name))));
    }
    assertEquals(
        Map.of(
            "nb201_arch.csv", 5, "nb201_acc.csv", 17, "nb201_seeds.csv", 16, "nb201_cost.csv", 14),
        compared);
  }

  /** Compares each field and gives the number of columns. */
  private static int compare(String name, List<CSVRecord> made, List<CSVRecord> expected) {
    assertEquals(Cell.COUNT, made.size(), name);
    assertEquals(Cell.COUNT, expected.size(), name);
    List<String> columns = expected.get(0).getParser().getHeaderNames();
    assertEquals(columns, made.get(0).getParser().getHeaderNames(), name);
    List<String> differences = new ArrayList<>();
    for (int row = 0; row < made.size(); row++) {
      Map<String, String> line = new HashMap<>(made.get(row).toMap());
      for (String column : columns) {
        String value = expected.get(row).get(column);
        if (!value.equals(line.get(column))) {
          differences.add(row + " " + column + ": " + line.get(column) + " is not " + value);
        }
      }
    }
    assertTrue(
        differences.isEmpty(),
        () -> name + ": " + differences.size() + " differences, " + differences.get(0));
    return columns.size();
  }

  @Test
  void noColumnOfTheFourFilesIsAbsent() throws IOException {
    Path raw = RealData.assumeTable().resolveSibling(PublicCopies.FOLDER);
    assumeTrue(Files.isDirectory(raw), "the public copies are needed");
    for (TableText file : PublicCopies.read(raw)) {
      assertEquals(file.part().columnNames(), file.columnNames(), file.part()::toString);
      assertTrue(file.part() != TablePart.PROXIES);
    }
  }

  private static List<CSVRecord> records(Path file) throws IOException {
    try (CSVParser parser =
        CSVParser.parse(file, java.nio.charset.StandardCharsets.UTF_8, FORMAT)) {
      return parser.getRecords();
    }
  }
}
