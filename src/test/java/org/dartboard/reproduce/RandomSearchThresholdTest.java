package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dartboard.claim.Claim;
import org.dartboard.claim.ClaimCatalogue;
import org.dartboard.claim.Column;
import org.dartboard.claim.Rule;
import org.dartboard.run.Configuration;
import org.dartboard.run.Ledger;
import org.dartboard.table.Dataset;
import org.dartboard.table.Epochs;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.Split;
import org.dartboard.table.TablePart;
import org.dartboard.testing.RealData;
import org.junit.jupiter.api.Test;

/** Claims that hold searches against random search name what it finds in half of its runs. */
class RandomSearchThresholdTest {
  private static final Path HOME = Path.of(System.getProperty("dartboard.home", "."));
  private static final String RANDOM_SEARCH = "random-search; budgetSeconds=12000.0;";
  private static final String PLAIN = "rewardNoise=0.0; scope=nas-bench-201";

  @Test
  void theThresholdIsTheMedianOfTheRunsInTheLedger() throws Exception {
    CellFigures figures =
        new CellFigures(
            Nb201Table.load(
                RealData.assumeTable(), EnumSet.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES)));
    Ledger ledger = Ledger.open(HOME.resolve("reports/ledger"));
    String text =
        ledger.configurations().values().stream()
            .filter(each -> each.startsWith(RANDOM_SEARCH) && each.endsWith(PLAIN))
            .filter(each -> each.contains("evaluationShare=0.0;"))
            .findFirst()
            .orElseThrow();
    Column column = new Column(Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED);
    List<Double> found =
        ledger.trials(configuration(text)).values().stream()
            .map(trial -> figures.of(trial.cell(), column))
            .sorted()
            .toList();
    assertEquals(500, found.size());
    double median = (found.get(249) + found.get(250)) / 2;
    List<Double> thresholds =
        ClaimCatalogue.load(
                HOME.resolve("reproductions"),
                Set.of("random-search", "regularised-evolution", "reinforce", "bohb"),
                new SupernetSettings())
            .claims()
            .stream()
            .filter(claim -> claim.id().endsWith("-random-search"))
            .flatMap(RandomSearchThresholdTest::threshold)
            .toList();
    assertEquals(List.of(median, median, median), thresholds);
  }

  private static Stream<Double> threshold(Claim claim) {
    return claim.rule() instanceof Rule.Direction rule
            && rule.share() != null
            && claim.paper().equals("fairness")
        ? Stream.of(rule.share().threshold())
        : Stream.of();
  }

  /** The ledger's text of a configuration is its method and its settings. */
  private static Configuration configuration(String text) {
    String[] parts = text.split("; ");
    Map<String, String> settings =
        Stream.of(parts)
            .skip(1)
            .collect(
                Collectors.toMap(
                    part -> part.substring(0, part.indexOf('=')),
                    part -> part.substring(part.indexOf('=') + 1)));
    return Configuration.of(parts[0], settings);
  }
}
