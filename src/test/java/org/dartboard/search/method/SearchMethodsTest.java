package org.dartboard.search.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.dartboard.search.HyperParameter;
import org.dartboard.search.HyperParameterException;
import org.dartboard.search.SearchMethod;
import org.dartboard.search.TableSearch;
import org.junit.jupiter.api.Test;

class SearchMethodsTest {

  @Test
  void theFourMethodsOfTheBenchmarkAreThere() {
    assertEquals(
        List.of("random-search", "regularised-evolution", "reinforce", "bohb"),
        SearchMethods.all().stream().map(SearchMethod::name).toList());
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    UnknownMethodException thrown =
        assertThrows(UnknownMethodException.class, () -> SearchMethods.named("bobh"));
    assertEquals(
        "there is no search method 'bobh'; known: random-search, regularised-evolution,"
            + " reinforce, bohb",
        thrown.getMessage());
  }

  @Test
  void defaultsAreTheBenchmarks() {
    assertEquals(Map.of(), defaults("random-search"));
    assertEquals(Map.of("population", 10, "sampleSize", 3), defaults("regularised-evolution"));
    assertEquals(Map.of("learningRate", 0.5, "baselineMomentum", 0.9), defaults("reinforce"));
    assertEquals(
        Map.of(
            "iterations", 50,
            "eta", 3,
            "minBudget", 12.0,
            "maxBudget", 200.0,
            "numSamples", 4,
            "randomFraction", 0.0,
            "minBandwidth", 0.3,
            "topPercent", 15,
            "minPointsInModel", 7),
        defaults("bohb"));
  }

  private static Map<String, Number> defaults(String name) {
    return SearchMethods.named(name).withDefaults().hyperParameters();
  }

  @Test
  void everyHyperParameterReachesItsOwnPlace() {
    // Half-way between default and highest is allowed everywhere and differs from the default.
    for (SearchMethod method : SearchMethods.all()) {
      for (HyperParameter parameter : method.hyperParameters()) {
        double other = Math.ceil((parameter.defaultValue() + parameter.highest()) / 2);
        double value = other <= parameter.highest() && parameter.highest() > 1 ? other : 0.95;
        if (parameter.name().equals("minBudget")) {
          value = 50;
        }
        TableSearch search = method.with(Map.of(parameter.name(), value));
        for (HyperParameter each : method.hyperParameters()) {
          double expected = each.equals(parameter) ? value : each.defaultValue();
          Number actual = search.hyperParameters().get(each.name());
          assertEquals(expected, actual == null ? Double.NaN : actual.doubleValue(), each.name());
        }
      }
    }
  }

  @Test
  void valuesThatDoNotGoTogetherAreRefused() {
    HyperParameterException thrown =
        assertThrows(
            HyperParameterException.class,
            () -> SearchMethods.named("bohb").with(Map.of("minBudget", 300)));
    assertTrue(
        String.valueOf(thrown.getMessage()).contains("'minBudget' is 300.0, above 'maxBudget'"),
        thrown.getMessage());
  }

  @Test
  void aMethodWithoutHyperParametersSaysSo() {
    HyperParameterException thrown =
        assertThrows(
            HyperParameterException.class,
            () -> SearchMethods.named("random-search").with(Map.of("population", 3)));
    assertEquals(
        List.of("'population' is unknown; this method has no hyper-parameters"), thrown.defects());
  }

  @Test
  void settingsMadeInCodeAreCheckedToo() {
    assertThrows(IllegalArgumentException.class, () -> new RegularisedEvolution.Settings(0, 3));
    assertThrows(IllegalArgumentException.class, () -> new Reinforce.Settings(0.5, 1));
  }

  @Test
  void everyMethodDescribesItself() {
    for (SearchMethod method : SearchMethods.all()) {
      assertTrue(method.description().year() >= 1992 && method.description().year() <= 2026);
      assertTrue(method.description().summary().endsWith("."));
      assertEquals(method.description(), method.withDefaults().description());
    }
  }
}
