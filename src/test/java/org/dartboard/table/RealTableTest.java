package org.dartboard.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.dartboard.space.CanonicalForm;
import org.dartboard.space.Cell;
import org.dartboard.space.Operation;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real table, against the papers and the benchmark's own records. */
class RealTableTest {
  private static final double ROUNDING = 1e-6;

  private static Nb201Table table;

  @BeforeAll
  static void load() {
    table = RealTable.load(TablePart.all());
  }

  @Test
  void theShippedManifestIsThatOfAConsistentTable() {
    assertEquals(Manifest.shipped().text(), Manifest.ofFolder(RealTable.folder()).text());
    assertEquals(Manifest.shipped().text(), Manifest.of(table).text());
  }

  @Test
  void publishedArchitecturesHaveTheirPublishedFigures() {
    assertEquals(6_111, table.best(Dataset.CIFAR10_VALID, Split.VALID, Epochs.TWO_HUNDRED));
    assertEquals(6_111, table.best(Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED));
    assertMeans(6_111, Dataset.CIFAR10_VALID, Split.VALID, 91.607);
    assertMeans(6_111, Dataset.CIFAR10, Split.TEST, 94.373);
    assertEquals(9_930, table.best(Dataset.CIFAR100, Split.VALID, Epochs.TWO_HUNDRED));
    assertEquals(9_930, table.best(Dataset.CIFAR100, Split.TEST, Epochs.TWO_HUNDRED));
    assertMeans(9_930, Dataset.CIFAR100, Split.VALID, 73.493);
    assertMeans(9_930, Dataset.CIFAR100, Split.TEST, 73.513);
    assertEquals(10_676, table.best(Dataset.IMAGENET16_120, Split.VALID, Epochs.TWO_HUNDRED));
    assertEquals(857, table.best(Dataset.IMAGENET16_120, Split.TEST, Epochs.TWO_HUNDRED));
    assertMeans(10_676, Dataset.IMAGENET16_120, Split.VALID, 46.733);
    assertMeans(857, Dataset.IMAGENET16_120, Split.TEST, 47.311);
    int allSkip = table.index(Cell.uniform(Operation.SKIP_CONNECT));
    assertEquals(1_835, allSkip);
    assertMeans(allSkip, Dataset.CIFAR10_VALID, Split.VALID, 39.769);
    assertMeans(allSkip, Dataset.CIFAR10, Split.TEST, 54.297);
    assertMeans(allSkip, Dataset.CIFAR100, Split.TEST, 15.607);
    assertMeans(allSkip, Dataset.IMAGENET16_120, Split.VALID, 16.433);
  }

  @Test
  void isomorphismClassesAreOurCanonicalForms() {
    Map<CanonicalForm, Integer> first = new HashMap<>();
    for (int index = 0; index < Nb201Table.SIZE; index++) {
      CanonicalForm form = CanonicalForm.of(table.cell(index));
      first.putIfAbsent(form, index);
      assertEquals(first.get(form), table.isomorphismRepresentative(index));
    }
    assertEquals(6_466, first.size());
  }

  @Test
  void costsAreThoseOfTheTableButForTheKnownUpstreamDefects() {
    Costs costs = table.costs();
    Columns stored = Objects.requireNonNull(table.columns().get(TablePart.COSTS));
    int wrongParameters = 0;
    int wrongFlops = 0;
    for (int index = 0; index < Nb201Table.SIZE; index++) {
      for (Dataset dataset : Dataset.values()) {
        assertEquals(
            costs.parameters(index, dataset) / 1e6,
            stored.required(Costs.parametersColumn(dataset))[index],
            1e-9);
      }
      boolean parameters =
          Math.abs(
                  costs.storedParametersInMillions(index)
                      - costs.parameters(index, Dataset.CIFAR10) / 1e6)
              > 1e-4;
      boolean flops =
          Math.abs(
                  costs.storedFlopsInMillions(index, Dataset.CIFAR10)
                      - costs.flops(index, Dataset.CIFAR10) / 1e6)
              > 1e-4;
      assertEquals(parameters, costs.parametersMismatch(index));
      assertEquals(flops, costs.flopsMismatch(index));
      wrongParameters += parameters ? 1 : 0;
      wrongFlops += flops ? 1 : 0;
    }
    assertEquals(150, wrongParameters);
    assertEquals(204, wrongFlops);
  }

  @Test
  void seedsAreKnownForAsManyArchitecturesAsTheBenchmarkHas() {
    AccuracyColumn c10 = table.column(Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED);
    AccuracyColumn c10v = table.column(Dataset.CIFAR10_VALID, Split.VALID, Epochs.TWO_HUNDRED);
    assertEquals(
        13_192, IntStream.range(0, Nb201Table.SIZE).filter(i -> !c10.trials(i).isEmpty()).count());
    assertEquals(
        8_169, IntStream.range(0, Nb201Table.SIZE).filter(i -> c10v.trials(i).size() == 3).count());
    for (int index = 0; index < Nb201Table.SIZE; index++) {
      assertEquals(
          c10v.get(index),
          c10v.trials(index).values().stream().mapToDouble(v -> v).average().orElseThrow(),
          2e-6);
    }
  }

  @Test
  void theBenchmarksOwnRecordsAgree() throws IOException {
    Map<String, List<Double>> trialsOfRecord = new HashMap<>();
    int compared = 0;
    for (String[] row : lastEpochs()) {
      int index = Integer.parseInt(row[0]);
      Epochs epochs = Epochs.parse(row[1]);
      Dataset dataset = Dataset.parse(row[2]);
      Trial seed = Trial.parse(row[3]);
      for (Split split : Split.values()) {
        String figure = row[figureColumn(dataset, split)];
        AccuracyKey key;
        try {
          key = new AccuracyKey(dataset, split, epochs);
        } catch (IllegalQueryException e) {
          continue;
        }
        double value = Double.parseDouble(figure);
        trialsOfRecord.computeIfAbsent(index + "/" + key, unused -> new ArrayList<>()).add(value);
        if (hasSeeds(key)) {
          assertEquals(value, table.column(key).get(index, seed), ROUNDING, key::toString);
          compared++;
        }
      }
    }
    assertEquals(3 * (4 * 3 + 5), compared);
    assertEquals(3 * 14, trialsOfRecord.size());
    for (int index : new int[] {0, 11, 284}) {
      for (AccuracyKey key : AccuracyKey.all()) {
        List<Double> figures = trialsOfRecord.getOrDefault(index + "/" + key, List.of());
        double mean = figures.stream().mapToDouble(v -> v).average().orElseThrow();
        assertEquals(mean, table.column(key).get(index), 2 * ROUNDING, key::toString);
      }
    }
  }

  @Test
  void partialFilesHaveTheirRows() {
    assertEquals(1_999, table.latenciesOfSubset().size());
    assertEquals(
        2_173,
        IntStream.range(0, Dataset.values().length)
            .map(i -> table.proxiesOfSubset(Dataset.values()[i]).size())
            .sum());
    assertEquals(
        201,
        IntStream.range(0, Nb201Table.SIZE)
            .filter(
                i ->
                    table
                        .proxies()
                        .get(i, "a_naswot_c10")
                        .equals(OptionalDouble.of(Double.NEGATIVE_INFINITY)))
            .count());
    assertEquals(OptionalDouble.of(3.64562), table.latencies().get(0, "eyeriss"));
  }

  @Test
  void anEditOfTheRealFileIsLocated(@TempDir Path copy) throws IOException {
    Path real = RealTable.folder();
    Files.copy(real.resolve("nb201_arch.csv"), copy.resolve("nb201_arch.csv"));
    String accuracies = Files.readString(real.resolve("nb201_acc.csv"));
    Files.writeString(
        copy.resolve("nb201_acc.csv"), accuracies.replace(",85.863333,", ",95.863333,"));
    String message =
        Thrown.message(
            TableFormatException.class, () -> Nb201Table.load(copy, Set.of(TablePart.ACCURACIES)));
    assertTrue(
        message.contains(
            "line 2, column c10_test_200: expected the benchmark's value 85.863333,"
                + " found 95.863333"),
        message);
  }

  @Test
  void everyColumnOfTheTableIsInTheManifest() {
    Manifest manifest = Manifest.shipped();
    for (TablePart part : TablePart.values()) {
      for (String column : part.columnNames()) {
        assertFalse(manifest.get(part, column) == null, part + "/" + column);
      }
    }
  }

  private static boolean hasSeeds(AccuracyKey key) {
    if (key.epochs() == Epochs.TWELVE) {
      return key.dataset() != Dataset.CIFAR10_VALID;
    }
    return key.split() == Split.VALTEST
        || key.dataset() == Dataset.CIFAR10
        || key.dataset() == Dataset.CIFAR10_VALID;
  }

  /** Where a record's figure stands; CIFAR-10's test set is the original one. */
  private static int figureColumn(Dataset dataset, Split split) {
    return switch (split) {
      case VALID -> 7;
      case TEST -> dataset == Dataset.CIFAR10 ? 11 : 9;
      case VALTEST -> 11;
    };
  }

  private static void assertMeans(int index, Dataset dataset, Split split, double published) {
    assertEquals(
        published, table.accuracy(index, dataset, split, Epochs.TWO_HUNDRED, Trial.MEAN), 5.1e-4);
  }

  private static List<String[]> lastEpochs() throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (InputStream file =
            Files.newInputStream(RealTable.folder().resolve("nb201_curves_3archs.csv.gz"));
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
      lines.lines().skip(1).map(line -> line.split(",", -1)).forEach(rows::add);
    }
    return rows.stream()
        .filter(row -> Integer.parseInt(row[4]) == Integer.parseInt(row[1]) - 1)
        .toList();
  }
}
