package org.dartboard.importing.nats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.dartboard.importing.CellColumns;
import org.dartboard.importing.ImportException;
import org.dartboard.importing.TableText;
import org.dartboard.table.Dataset;
import org.dartboard.table.Epochs;
import org.dartboard.table.LearningCurves;
import org.dartboard.table.LearningCurves.Measure;
import org.dartboard.testing.RealData;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports the benchmark's three public sample records. */
class NatsImportTest {
  private static final int[] INDICES = {0, 11, 284};

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
  void theCurvesOfTheSampleRecordsEqualTheReferenceLineByLine()
      throws IOException, InterruptedException {
    NatsImport.Result result = new NatsImport(root, 2, false, NOBODY).run(records());

    assertEquals(3, result.records());
    List<String> made = new ArrayList<>();
    for (Path file : result.written()) {
      List<String> lines = lines(Files.readAllBytes(file));
      assertEquals(LearningCurves.header(), lines.get(0));
      made.addAll(lines.subList(1, lines.size()));
    }
    List<String> expected =
        lines(Files.readAllBytes(RealData.assumeTable().resolve("nb201_curves_3archs.csv.gz")));
    assertEquals(LearningCurves.header(), expected.get(0));
    assertEquals(7_380, made.size());
    for (int line = 0; line < made.size(); line++) {
      assertEquals(expected.get(line + 1), made.get(line));
    }
  }

  @Test
  void theReaderOfCurvesGivesWhatWasWritten() throws IOException, InterruptedException {
    new NatsImport(root, 1, false, NOBODY).run(records());

    List<LearningCurves.Curve> curves =
        LearningCurves.read(root.resolve(LearningCurves.FOLDER), 11);

    assertEquals(17, curves.size());
    LearningCurves.Curve curve =
        curves.stream()
            .filter(each -> each.dataset() == Dataset.CIFAR100 && each.seed() == 888)
            .findFirst()
            .orElseThrow();
    assertEquals(Epochs.TWO_HUNDRED, curve.epochs());
    List<Double> test = List.copyOf(curve.values().getOrDefault(Measure.X_TEST_ACC, List.of()));
    assertEquals(200, test.size());
    assertTrue(test.get(0).isNaN());
    assertTrue(test.get(199) > 0);
    assertTrue(LearningCurves.read(root.resolve(LearningCurves.FOLDER), 12).isEmpty());
  }

  @Test
  void theTablesRowsOfTheSampleRecordsEqualTheReference() throws IOException {
    Path reference = RealData.assumeTable();
    NatsTables tables = new NatsTables(INDICES.length);
    try (NatsSource source = NatsSource.open(records())) {
      for (int row = 0; row < INDICES.length; row++) {
        tables.add(row, source.read(INDICES[row]));
      }
    }
    int columns = 0;
    for (TableText file : tables.files()) {
      List<String> expected = Files.readAllLines(reference.resolve(file.part().stem() + ".csv"));
      List<String> names = Arrays.asList(expected.get(0).split(",", -1));
      List<String> made = file.text(INDICES.length).lines().toList();
      // Index and isomorphism class depend on the other rows.
      Set<String> compared = new TreeSet<>(file.columnNames());
      compared.removeAll(Set.of("index", "iso_rep", "iso_size"));
      for (int row = 0; row < INDICES.length; row++) {
        String[] line = expected.get(INDICES[row] + 1).split(",", -1);
        String[] own = made.get(row + 1).split(",", -1);
        for (String name : compared) {
          assertEquals(
              line[names.indexOf(name)],
              own[file.columnNames().indexOf(name)],
              () -> file.part() + " " + name);
        }
      }
      columns += compared.size();
    }
    assertEquals(2 + 16 + 10 + 13, columns);
  }

  @Test
  void aTarGivesTheSameAsAFolder() throws IOException, InterruptedException {
    Path folder = records();
    Path tar = root.resolve("release.tar");
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
      for (int index : new int[] {284, 0, 11}) {
        String name = String.format("%06d.pickle.pbz2", index);
        byte[] content = Files.readAllBytes(folder.resolve(name));
        TarArchiveEntry entry = new TarArchiveEntry("NATS-tss/" + name);
        entry.setSize(content.length);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
      }
    }
    List<Path> fromFolder =
        new NatsImport(root.resolve("a"), 1, false, NOBODY).run(folder).written();
    List<Path> fromTar = new NatsImport(root.resolve("b"), 3, false, NOBODY).run(tar).written();

    assertEquals(2, fromTar.size());
    for (int file = 0; file < fromTar.size(); file++) {
      assertEquals(-1, Files.mismatch(fromFolder.get(file), fromTar.get(file)));
    }
  }

  @Test
  void anIncompleteReleaseMakesNoTableAndSaysSo() throws IOException, InterruptedException {
    NatsImport.Result result = new NatsImport(root, 1, false, NOBODY).run(records());

    assertEquals(1, result.problems().size());
    assertTrue(
        result.problems().get(0).contains("has 3 of 15625 records"), result.problems().toString());
    assertFalse(Files.exists(root.resolve("nasbench201")));
  }

  @Test
  void aPartOfTheReleaseTakesNoCurvesAwayUnlessItMay() throws IOException, InterruptedException {
    new NatsImport(root, 1, false, NOBODY).run(records());
    Path file = root.resolve(LearningCurves.FOLDER).resolve(LearningCurves.fileName(0));
    byte[] both = Files.readAllBytes(file);
    String name = "000011.pickle.pbz2";
    Path part = Files.createDirectory(root.resolve("part"));
    Files.copy(records().resolve(name), part.resolve(name));

    NatsImport.Result refused = new NatsImport(root, 1, false, NOBODY).run(part);

    assertEquals(List.of(), refused.written());
    assertEquals(2, refused.problems().size());
    assertTrue(
        refused
            .problems()
            .get(0)
            .startsWith(file + " holds the curves of 2 architectures; the import has 1"),
        refused.problems().toString());
    assertFalse(refused.problems().get(1).contains("the curves of these were"));
    assertArrayEquals(both, Files.readAllBytes(file));

    assertEquals(List.of(file), new NatsImport(root, 1, true, NOBODY).run(part).written());
    assertEquals(Set.of(11), LearningCurves.architectures(file));
    assertEquals(2, new NatsImport(root, 1, false, NOBODY).run(records()).written().size());
    assertArrayEquals(both, Files.readAllBytes(file));
  }

  @Test
  void everyDamagedRecordIsNamed() throws IOException, InterruptedException {
    Path folder = Files.createDirectory(root.resolve("release"));
    Files.write(folder.resolve("000001.pickle.pbz2"), new byte[] {1, 2, 3});
    Files.write(
        folder.resolve("000002.pickle.pbz2"),
        packed("cos\nsystem\n(S'true'\ntR.".getBytes(StandardCharsets.US_ASCII)));
    Files.write(folder.resolve("000003.pickle.pbz2"), packed(new byte[] {'}', '.'}));

    List<String> problems = new NatsImport(root, 2, false, NOBODY).run(folder).problems();

    String all = String.join("\n", problems);
    assertTrue(all.contains("000001.pickle.pbz2 is not intact bzip2 data"), all);
    assertTrue(all.contains("000002.pickle.pbz2 is not a pickle of plain data"), all);
    assertTrue(all.contains("'os.system'"), all);
    assertTrue(all.contains("000003.pickle.pbz2: "), all);
    assertFalse(Files.exists(root.resolve(LearningCurves.FOLDER)));
  }

  @Test
  void aPlaceWithoutRecordsIsRefused() throws IOException {
    Path file = Files.writeString(root.resolve("note.txt"), "no tar, but long enough".repeat(50));
    for (Path place : List.of(root, file, root.resolve("nowhere"))) {
      assertTrue(
          Thrown.message(
                  ImportException.class, () -> new NatsImport(root, 1, false, NOBODY).run(place))
              .startsWith(place.toString()));
    }
  }

  @Test
  void numbersAreWrittenAsTheSlowWayWritesThem() {
    double[] values = {
      0,
      1,
      100,
      0.5,
      81.98266665690103,
      1e-7,
      4.9999995,
      12.3456785,
      0.0000005,
      0.0000015,
      99.999999,
      99.9999996,
      123456.7890123,
      1e7,
      2.5e-6,
      Double.NaN
    };
    for (double value : values) {
      StringBuilder text = new StringBuilder();
      CurveText.append(text, value);
      assertEquals(TableText.sixDecimals(value), text.toString());
    }
    for (int step = 0; step < 20_000; step++) {
      double value = step * 0.0050005 + step / 3.0;
      StringBuilder text = new StringBuilder();
      CurveText.append(text, value);
      assertEquals(TableText.sixDecimals(value), text.toString());
    }
  }

  @Test
  void classesOfCellsComeOutAsTheReferenceHasThem() throws IOException {
    Path reference = RealData.assumeTable().resolve("nb201_arch.csv");
    List<String> lines = Files.readAllLines(reference);
    List<org.dartboard.space.Cell> cells =
        lines.stream()
            .skip(1)
            .map(line -> org.dartboard.space.Cell.parse(line.split(",", -1)[4]))
            .toList();
    assertEquals(
        String.join("\n", lines) + "\n", new CellColumns(cells).architectures().text(cells.size()));
  }

  private static byte[] packed(byte[] content) throws IOException {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    try (BZip2CompressorOutputStream out = new BZip2CompressorOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static List<String> lines(byte[] packed) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    }
  }

  private static Path records() {
    Path folder =
        RealData.assumeTable()
            .resolveSibling("nasbench201-raw")
            .resolve("NATS-tss-v1_0-3ffb9-simple");
    assumeTrue(
        Files.isDirectory(folder),
        "the benchmark's sample records are needed: a folder nasbench201-raw beside the table");
    return folder;
  }
}
