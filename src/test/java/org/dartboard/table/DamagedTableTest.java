package org.dartboard.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is said of damaged files. The table is synthetic; its own manifest takes the real one's
 * place.
 */
class DamagedTableTest {
  private static final String FILE = "nb201_acc.csv";

  private static final Set<TablePart> PARTS =
      EnumSet.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES, TablePart.SEEDS);

  private static Path intact;
  private static Manifest manifest;

  private Path folder;

  @BeforeAll
  static void writeTable(@TempDir Path temporary) throws IOException {
    intact = temporary;
    SyntheticTable.write(intact);
    for (TablePart part : EnumSet.complementOf(EnumSet.copyOf(PARTS))) {
      Files.delete(intact.resolve(part.stem() + ".csv"));
    }
    manifest = Manifest.ofFolder(intact);
  }

  @BeforeEach
  void copyTable(@TempDir Path temporary) throws IOException {
    folder = temporary;
    for (TablePart part : PARTS) {
      String name = part.stem() + ".csv";
      Files.copy(intact.resolve(name), folder.resolve(name));
    }
  }

  @Test
  void anIntactTableIsLoaded() {
    assertEquals(SyntheticTable.cell(5), load().cell(5));
  }

  @Test
  void aManifestComesBackFromItsText() {
    assertEquals(manifest.text(), Manifest.parse(manifest.text()).text());
    assertEquals(manifest.text(), Manifest.of(load()).text());
  }

  @Test
  void windowsLineEndsAndOtherColumnOrdersAreTheSameTable() throws IOException {
    edit(lines -> lines.stream().map(line -> line + "\r").toList());
    load();
    edit(
        lines ->
            lines.stream()
                .map(line -> line.strip().split(",", -1))
                .peek(fields -> Collections.reverse(Arrays.asList(fields)))
                .map(fields -> String.join(",", fields))
                .toList());
    load();
  }

  @Test
  void aCompressedFileIsTheSameTable() throws IOException {
    byte[] content = Files.readAllBytes(folder.resolve(FILE));
    Files.delete(folder.resolve(FILE));
    Files.write(folder.resolve(FILE + ".gz"), gzip(content));
    load();
  }

  @Test
  void moreDigitsThanCountAreTheSameTable() throws IOException {
    replaceField(100, 3, field -> field + "0000004");
    load();
  }

  @Test
  void anEditedValueIsLocatedWithWhatItWas() throws IOException {
    replaceField(100, 3, field -> "12.5");
    assertRefused(
        "1 defect\n",
        "line 102, column c10v_valid_200: expected the benchmark's value "
            + number(SyntheticTable.mean(100, 0))
            + ", found 12.5");
  }

  @Test
  void twoEditsOfABlockNameTheBlock() throws IOException {
    replaceField(100, 3, field -> "12.5");
    replaceField(200, 3, field -> "13.5");
    assertRefused(
        "line 2, column c10v_valid_200: expected the benchmark's values from here to line 626,"
            + " found at least two others");
  }

  @Test
  void aTruncatedFileIsShort() throws IOException {
    byte[] content = Files.readAllBytes(folder.resolve(FILE));
    Files.write(folder.resolve(FILE), Arrays.copyOf(content, 500_000));
    assertRefused("expected 15625 lines below the header, found ", ", the last of them not ended");
  }

  @Test
  void aLineBreakThatIsLostAtTheEndDoesNotMatter() throws IOException {
    byte[] content = Files.readAllBytes(folder.resolve(FILE));
    Files.write(folder.resolve(FILE), Arrays.copyOf(content, content.length - 1));
    load();
    Files.write(folder.resolve(FILE), Arrays.copyOf(content, content.length - 7));
    assertRefused("line 15626, column in16_test_12: expected the benchmark's value");
  }

  @Test
  void truncatedCompressedDataAreNamed() throws IOException {
    byte[] content = gzip(Files.readAllBytes(folder.resolve(FILE)));
    Files.delete(folder.resolve(FILE));
    Files.write(folder.resolve(FILE + ".gz"), Arrays.copyOf(content, content.length / 2));
    assertRefused("expected complete gzip data, found ", "the file was cut off");
  }

  @Test
  void compressionAndNameMustAgree() throws IOException {
    byte[] content = Files.readAllBytes(folder.resolve(FILE));
    Files.write(folder.resolve(FILE), gzip(content));
    assertRefused("expected plain text, found gzip data; name the file .csv.gz");
    Files.delete(folder.resolve(FILE));
    Files.write(folder.resolve(FILE + ".gz"), content);
    assertRefused("expected gzip data, found other or damaged data");
  }

  @Test
  void swappedRowsAreNamed() throws IOException {
    edit(
        lines -> {
          Collections.swap(lines, 11, 12);
          return lines;
        });
    assertRefused(
        "line 12, column index: expected 10, found 11",
        "line 13, column index: expected 11, found 10");
  }

  @Test
  void aRepeatedRowIsNamed() throws IOException {
    edit(
        lines -> {
          lines.set(12, lines.get(11));
          return lines;
        });
    assertRefused("1 defect\n", "line 13, column index: expected 11, found 10");
  }

  @Test
  void aRowTooManyIsCounted() throws IOException {
    edit(
        lines -> {
          lines.add(lines.get(15_625));
          return lines;
        });
    assertRefused("expected 15625 lines below the header, found 15626");
  }

  @Test
  void wordsBlanksAndNumbersOutOfRangeAreNamedTogether() throws IOException {
    replaceField(0, 3, field -> "high");
    replaceField(1, 4, field -> "");
    replaceField(2, 5, field -> "100.1");
    replaceField(3, 2, field -> "2.5");
    replaceField(4, 1, field -> "421215");
    replaceField(5, 6, field -> "NaN");
    assertRefused(
        FILE + ": 6 defects",
        "line 2, column c10v_valid_200: expected a number 0 to 100, found 'high'",
        "line 3, column c10_test_200: expected a number 0 to 100, found nothing",
        "line 4, column c100_valid_200: expected a number 0 to 100, found '100.1'",
        "line 5, column n_seeds_200: expected a whole number 2 to 3, found '2.5'",
        "line 6, column ops: expected an op code, six digits 0 to 4, found '421215'",
        "line 7, column c100_test_200: expected a number 0 to 100, found 'NaN'");
  }

  @Test
  void aFieldTooFewOrTooManyIsNamed() throws IOException {
    edit(
        lines -> {
          lines.set(7, lines.get(7).substring(0, lines.get(7).lastIndexOf(',')));
          lines.set(8, lines.get(8) + ",1");
          return lines;
        });
    assertRefused(
        "line 8: expected 17 fields, found 16: '6,", "line 9: expected 17 fields, found 18: '7,");
  }

  @Test
  void manyDefectsAreCounted() throws IOException {
    edit(lines -> lines.stream().map(line -> line.replace('.', ';')).toList());
    assertRefused("\n  and ", " more\n");
  }

  @Test
  void headersThatAreNotTheFilesAreNamed() throws IOException {
    edit(lines -> replaced(lines, 0, lines.get(0).replace("c10_test_200", "c10_test_300")));
    assertRefused(
        "line 1: expected columns of nb201_acc: index,ops,", "found the column 'c10_test_300'");
    edit(lines -> replaced(lines, 0, lines.get(0).replace("c10_test_300", "c10v_valid_200")));
    assertRefused("line 1, column c10v_valid_200: expected the column once, found it again");
    edit(lines -> replaced(lines, 0, "a,b"));
    assertRefused("line 1: expected columns of nb201_acc", "found 'a,b'");
  }

  @Test
  void anotherFileOfTheTableIsRecognised() throws IOException {
    Files.copy(
        folder.resolve("nb201_seeds.csv"),
        folder.resolve(FILE),
        StandardCopyOption.REPLACE_EXISTING);
    assertRefused("found the header of nb201_seeds");
  }

  @Test
  void emptyFilesFoldersAndJunkAreNamed() throws IOException {
    Files.write(folder.resolve(FILE), new byte[0]);
    assertRefused("line 1: expected columns of nb201_acc", "found an empty line");
    byte[] junk = new byte[100_000];
    UniformRandomProvider random = new RandomStreams("DamagedTableTest", 1).stream("junk");
    random.nextBytes(junk);
    Files.write(folder.resolve(FILE), junk);
    assertRefused("line 1: expected columns of nb201_acc");
    Files.delete(folder.resolve(FILE));
    Files.createDirectory(folder.resolve(FILE));
    assertRefused("expected a file, found a folder");
  }

  @Test
  void randomDamageIsRefusedOrHarmless() throws IOException {
    UniformRandomProvider random = new RandomStreams("DamagedTableTest", 1).stream("damage");
    byte[] original = Files.readAllBytes(folder.resolve(FILE));
    String digest = load().digest();
    for (int attempt = 0; attempt < 25; attempt++) {
      byte[] damaged = original.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      Files.write(folder.resolve(FILE), damaged);
      try {
        assertEquals(digest, load().digest());
      } catch (TableFormatException expected) {
        assertTrue(String.valueOf(expected.getMessage()).contains(FILE + ": "));
      }
    }
  }

  @Test
  void severalFilesAreReportedTogether() throws IOException {
    replaceField(100, 3, field -> "12.5");
    Files.writeString(folder.resolve("nb201_seeds.csv"), "");
    assertRefused("nb201_acc.csv: 1 defect", "nb201_seeds.csv: 1 defect");
  }

  @Test
  void withoutAManifestContradictionsAreFound() throws IOException {
    replaceField(100, 3, field -> "12.5");
    replaceField(7, 1, field -> SyntheticTable.cell(8).code());
    replaceField(10, 2, field -> "2");
    String message =
        Thrown.message(
            TableFormatException.class, () -> SyntheticTable.load(folder, TablePart.all()));
    assertContains(
        message,
        "line 102, column c10v_valid_s777: expected figures by seed with the mean 12.500000",
        "line 9, column ops: expected " + SyntheticTable.cell(7).code() + ", by the architecture",
        "line 12, column n_seeds_200: expected 2, as in nb201_acc, found 3");
  }

  @Test
  void classesAreCheckedAgainstOurOwn() throws IOException {
    Path arch = folder.resolve("nb201_arch.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(arch));
    String[] fields = lines.get(51).split(",", -1);
    lines.set(51, String.join(",", fields[0], fields[1], "15624", fields[3], fields[4]));
    String[] others = lines.get(61).split(",", -1);
    lines.set(61, String.join(",", "60", fields[1], others[2], others[3], fields[4]));
    Files.write(arch, lines);
    assertContains(
        Thrown.message(TableFormatException.class, () -> SyntheticTable.load(folder, Set.of())),
        "line 52, column iso_rep: expected ",
        "by the cell's canonical form, found 15624",
        "line 62, column arch_str: expected a cell that no line before has, found that of line 52");
  }

  private Nb201Table load() {
    return new TableLoader(folder, manifest).load(TablePart.all());
  }

  private void assertRefused(String... parts) {
    String message = Thrown.message(TableFormatException.class, this::load);
    assertContains(message, parts);
    assertContains(message, "The table was not loaded.");
  }

  private static void assertContains(String message, String... parts) {
    for (String part : parts) {
      assertTrue(message.contains(part), () -> "'" + part + "' is not in: " + message);
    }
  }

  private void edit(UnaryOperator<List<String>> change) throws IOException {
    List<String> lines = change.apply(new ArrayList<>(Files.readAllLines(folder.resolve(FILE))));
    Files.writeString(folder.resolve(FILE), String.join("\n", lines) + "\n");
  }

  private void replaceField(int index, int column, UnaryOperator<String> change)
      throws IOException {
    edit(
        lines -> {
          String[] fields = lines.get(index + 1).split(",", -1);
          fields[column] = change.apply(fields[column]);
          return replaced(lines, index + 1, String.join(",", fields));
        });
  }

  private static List<String> replaced(List<String> lines, int position, String line) {
    lines.set(position, line);
    return lines;
  }

  private static String number(double value) {
    return ValueKind.SIX_DECIMALS.print(ValueKind.SIX_DECIMALS.canonical(value));
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(content);
    }
    return compressed.toByteArray();
  }
}
