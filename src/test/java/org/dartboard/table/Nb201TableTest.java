package org.dartboard.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dartboard.space.NetworkCost;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries on a synthetic table of the real size and form. */
class Nb201TableTest {
  private static Path folder;
  private static Nb201Table table;

  @BeforeAll
  static void load(@TempDir Path temporary) {
    folder = temporary;
    SyntheticTable.write(folder);
    table = SyntheticTable.load(folder, TablePart.all());
  }

  @Test
  void everyMeanIsTheFilesFigure() {
    for (AccuracyKey key : AccuracyKey.all()) {
      for (int index = 0; index < Nb201Table.SIZE; index++) {
        assertEquals(
            SyntheticTable.mean(index, SyntheticTable.salt(key)),
            table.accuracy(index, key.dataset(), key.split(), key.epochs(), Trial.MEAN),
            1e-6);
      }
    }
  }

  @Test
  void figuresBySeedAreThoseOfTheSeed() {
    AccuracyKey key = new AccuracyKey(Dataset.CIFAR100, Split.VALTEST, Epochs.TWO_HUNDRED);
    int salt = SyntheticTable.salt(key);
    for (int index : new int[] {0, 1, 15_624}) {
      SortedMap<Integer, Double> trials =
          table.trials(index, Dataset.CIFAR100, Split.VALTEST, Epochs.TWO_HUNDRED);
      assertEquals(SyntheticTable.trainings(index), trials.size());
      assertEquals(SyntheticTable.figure(index, salt, 0), trials.get(777));
      assertEquals(SyntheticTable.figure(index, salt, 1), trials.get(888));
      trials.forEach(
          (seed, value) -> assertEquals(value, table.column(key).get(index, new Trial.Seed(seed))));
    }
    assertEquals(SyntheticTable.figure(1, salt, 2), table.column(key).get(1, new Trial.Seed(999)));
  }

  @Test
  void cifar10TrialsHaveSeedsOnlyWhereAllTrialsAreKnown() {
    assertEquals(
        Set.of(777, 888, 999),
        table.trials(1, Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED).keySet());
    assertEquals(
        Set.of(777, 888),
        table.trials(3, Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED).keySet());
    assertTrue(table.trials(10, Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED).isEmpty());
  }

  @Test
  void theOnlySeedOfShortTrainingsIs111() {
    AccuracyColumn column = table.column(Dataset.CIFAR10, Split.TEST, Epochs.TWELVE);
    assertEquals(column.get(4), column.get(4, new Trial.Seed(111)));
    assertEquals(Set.of(111), column.trials(4).keySet());
    assertTrue(table.trials(4, Dataset.CIFAR10_VALID, Split.VALID, Epochs.TWELVE).isEmpty());
  }

  @Test
  void aSeedThatIsMissingNamesThoseThatAreNot() {
    assertEquals(
        "architecture 0 has no figure of seed 999 for cifar10-valid valid after 200 epochs;"
            + " it has mean, 777, 888",
        refusal(0, Dataset.CIFAR10_VALID, Split.VALID, Epochs.TWO_HUNDRED, 999));
    assertEquals(
        "architecture 4 has no figure of seed 777 for cifar10 test after 12 epochs;"
            + " it has mean, 111",
        refusal(4, Dataset.CIFAR10, Split.TEST, Epochs.TWELVE, 777));
    assertEquals(
        "architecture 4 has no figure of seed 111 for cifar10-valid valid after 12 epochs;"
            + " it has the mean alone, that of seeds 777 and 111",
        refusal(4, Dataset.CIFAR10_VALID, Split.VALID, Epochs.TWELVE, 111));
    assertTrue(
        refusal(10, Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED, 777)
            .contains("it is not known which of its trials had which seed"));
    assertTrue(
        refusal(1, Dataset.CIFAR100, Split.TEST, Epochs.TWO_HUNDRED, 777)
            .contains("figures by seed exist for cifar10-valid valid, cifar10 test"));
  }

  @Test
  void theBestIsTheLowestIndexOfTheHighestMean() {
    for (AccuracyKey key : AccuracyKey.all()) {
      AccuracyColumn column = table.column(key);
      int best = table.best(key.dataset(), key.split(), key.epochs());
      for (int index = 0; index < Nb201Table.SIZE; index++) {
        assertTrue(
            index < best
                ? column.get(index) < column.get(best)
                : column.get(index) <= column.get(best));
      }
    }
  }

  @Test
  void cellsAndIndicesCorrespond() {
    for (int index = 0; index < Nb201Table.SIZE; index++) {
      assertEquals(SyntheticTable.cell(index), table.cell(index));
      assertEquals(index, table.index(table.cell(index)));
    }
    assertEquals(
        6_466,
        IntStream.range(0, Nb201Table.SIZE)
            .map(table::isomorphismRepresentative)
            .distinct()
            .count());
    assertEquals(2, table.trainings(0));
    assertEquals(3, table.trainings(1));
  }

  @Test
  void costsAreExactAndUpstreamDefectsAreFlagged() {
    Costs costs = table.costs();
    NetworkCost expected = NetworkCost.of(table.cell(7), Dataset.CIFAR100.network());
    assertEquals(expected.parameters(), costs.parameters(7, Dataset.CIFAR100));
    assertEquals(expected.flops(), costs.flops(7, Dataset.CIFAR100));
    assertTrue(costs.parametersMismatch(7));
    assertTrue(costs.flopsMismatch(1_007));
    assertFalse(costs.parametersMismatch(8));
    assertFalse(costs.flopsMismatch(8));
    assertEquals(
        costs.parameters(7, Dataset.CIFAR10) / 1e6 + 0.028,
        costs.storedParametersInMillions(7),
        1e-9);
    assertEquals(
        costs.flops(7, Dataset.IMAGENET16_120) / 1e6,
        costs.storedFlopsInMillions(7, Dataset.IMAGENET16_120),
        1e-9);
    assertEquals(5, costs.secondsPerEpoch(7, Dataset.CIFAR10_VALID));
    assertEquals(10, costs.secondsPerEpoch(7, Dataset.CIFAR10));
    assertEquals(30.5, costs.secondsPerEpoch(7, Dataset.IMAGENET16_120));
  }

  @Test
  void proxiesAndLatenciesAreFoundByName() {
    assertEquals(17, table.proxies().names().size());
    assertEquals(
        OptionalDouble.of(Double.NEGATIVE_INFINITY), table.proxies().get(3, "a_naswot_c10"));
    assertEquals(27, table.latencies().names().size());
    assertEquals(OptionalDouble.of(1.25), table.latencies().get(3, "titanx_32"));
    assertEquals(
        "nb201_latency_help has no column 'gpu'; it has "
            + String.join(", ", table.latencies().names()),
        Thrown.message(IllegalQueryException.class, () -> table.latencies().get(3, "gpu")));
  }

  @Test
  void partialFilesAnswerWithNothingWhereTheyHaveNoRow() {
    NamedColumns latencies = table.latenciesOfSubset();
    assertEquals(1_999, latencies.size());
    assertEquals(OptionalDouble.of(2.5), latencies.get(2, "hwnasbench_edgegpu"));
    assertEquals(OptionalDouble.of(1.5), latencies.get(2, "hwnasbench_edgetpu"));
    assertEquals(OptionalDouble.empty(), latencies.get(4, "hwnasbench_edgetpu"));
    assertEquals(OptionalDouble.empty(), latencies.get(3, "hwnasbench_edgegpu"));
    assertEquals(724, table.proxiesOfSubset(Dataset.CIFAR10).size());
    assertEquals(725, table.proxiesOfSubset(Dataset.CIFAR100).size());
    assertEquals(0, table.proxiesOfSubset(Dataset.CIFAR10_VALID).size());
    assertEquals(OptionalDouble.of(1.25), table.proxiesOfSubset(Dataset.CIFAR10).get(723, "jacov"));
    assertFalse(table.proxiesOfSubset(Dataset.CIFAR10).names().contains("dataset"));
  }

  @Test
  void indicesOutsideTheTableAreRefused() {
    for (int index : new int[] {-1, 15_625}) {
      assertEquals(
          "there is no architecture " + index + "; indices are 0 to 15624",
          Thrown.message(IllegalQueryException.class, () -> table.cell(index)));
      Thrown.message(
          IllegalQueryException.class,
          () -> table.accuracy(index, Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED, Trial.MEAN));
    }
  }

  @Test
  void partsThatWereNotAskedForAreTheCallersMistake() {
    Nb201Table small = SyntheticTable.load(folder, Set.of());
    assertFalse(small.has(TablePart.ACCURACIES));
    assertTrue(small.has(TablePart.ARCHITECTURES));
    assertTrue(
        Thrown.message(
                PartNotLoadedException.class,
                () -> small.best(Dataset.CIFAR10, Split.TEST, Epochs.TWELVE))
            .contains("nb201_acc was not loaded"));
    Thrown.message(PartNotLoadedException.class, small::latencies);
    Thrown.message(
        PartNotLoadedException.class, () -> small.costs().secondsPerEpoch(0, Dataset.CIFAR10));
    Nb201Table withoutSeeds = SyntheticTable.load(folder, Set.of(TablePart.ACCURACIES));
    Thrown.message(
        PartNotLoadedException.class,
        () -> withoutSeeds.trials(0, Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED));
  }

  @Test
  void absentFilesAndColumnsAreNamed(@TempDir Path partial) throws IOException {
    Files.copy(folder.resolve("nb201_arch.csv"), partial.resolve("nb201_arch.csv"));
    List<String> lines = Files.readAllLines(folder.resolve("nb201_acc.csv"));
    Files.write(
        partial.resolve("nb201_acc.csv"),
        lines.stream()
            .map(line -> line.substring(0, line.lastIndexOf(',')))
            .collect(Collectors.toList()));
    Nb201Table table =
        SyntheticTable.load(partial, EnumSet.of(TablePart.ACCURACIES, TablePart.COSTS));
    assertTrue(table.has(TablePart.ACCURACIES));
    assertFalse(table.has(TablePart.COSTS));
    String last = AccuracyKey.all().get(13).columnName();
    String column =
        Thrown.message(AbsentDataException.class, () -> table.column(AccuracyKey.all().get(13)));
    assertTrue(column.contains("the column " + last), column);
    assertTrue(column.contains("the file nb201_acc in " + partial + " lacks it"), column);
    assertTrue(column.contains("nasbench201-data/README.md"), column);
    String file =
        Thrown.message(
            AbsentDataException.class, () -> table.costs().secondsPerEpoch(0, Dataset.CIFAR10));
    assertTrue(file.contains("holds neither nb201_cost.csv nor nb201_cost.csv.gz"), file);
  }

  @Test
  void theDigestDependsOnTheLoadedColumnsAlone() {
    assertEquals(64, table.digest().length());
    assertEquals(SyntheticTable.load(folder, TablePart.all()).digest(), table.digest());
    assertNotEquals(SyntheticTable.load(folder, Set.of()).digest(), table.digest());
  }

  private static String refusal(int index, Dataset dataset, Split split, Epochs epochs, int seed) {
    return Thrown.message(
        IllegalQueryException.class,
        () -> table.accuracy(index, dataset, split, epochs, new Trial.Seed(seed)));
  }
}
