package org.dartboard.importing.copies;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dartboard.importing.TableFiles;
import org.dartboard.importing.TableText;
import org.dartboard.space.Cell;
import org.dartboard.table.TablePart;
import org.dartboard.testing.RealData;
import org.dartboard.testing.Thrown;
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

  @Test
  void aDamagedCopyIsNamedAndNothingIsWritten() throws IOException {
    Path raw = RealData.assumeTable().resolveSibling(PublicCopies.FOLDER);
    assumeTrue(Files.isDirectory(raw), "the public copies are needed");
    Path copies = Files.createDirectory(folder.resolve("copies"));
    try (Stream<Path> files = Files.list(raw)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copies.resolve(file.getFileName()));
      }
    }

    assertEquals(
        copies.resolve("tss.csv") + " has 15624 rows; the benchmark has 15625",
        messageAfter(copies, "tss.csv", text -> text.substring(0, text.lastIndexOf("\n|") + 1)));
    assertEquals(
        "two copies contradict each other in cifar10 test of architecture 0: 85.963333 and"
            + " 85.863333",
        messageAfter(copies, "nats_bench.csv", text -> text.replaceFirst("85.86333", "85.96333")));
    String swapped =
        messageAfter(
            copies,
            "tss.csv",
            text -> text.replaceFirst("(\\|avg_pool[^\n]*\n)([^\n]*\n)", "$2$1"));
    assertTrue(
        swapped.startsWith(copies.resolve("tss.csv") + ", row 0: |nor_conv_3x3~0|"), swapped);
    assertTrue(
        messageAfter(copies, "cifar100_perfmetrics.txt", text -> text.replaceFirst("5.28", "x.28"))
            .startsWith(copies.resolve("cifar100_perfmetrics.txt") + ", row 0: 'x.28"));
    assertTrue(
        messageAfter(copies, "metric_vals.pkl", text -> text.replaceFirst("runtime", "runtimf"))
            .contains("metric_vals.pkl['cifar10'] has no 'runtime'; it has ["));
  }

  /** What the reader says after a change of one file, which is undone. */
  private static String messageAfter(Path copies, String name, UnaryOperator<String> change)
      throws IOException {
    Path file = copies.resolve(name);
    Path original = Files.move(file, copies.resolveSibling(name));
    String text = Files.readString(original, ISO_8859_1);
    String changed = change.apply(text);
    assertNotEquals(text, changed, name);
    Files.writeString(file, changed, ISO_8859_1);
    String message = Thrown.message(IOException.class, () -> PublicCopies.read(copies));
    Files.move(original, file, StandardCopyOption.REPLACE_EXISTING);
    return message;
  }

  private static List<CSVRecord> records(Path file) throws IOException {
    try (CSVParser parser =
        CSVParser.parse(file, java.nio.charset.StandardCharsets.UTF_8, FORMAT)) {
      return parser.getRecords();
    }
  }
}
