package org.dartboard.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HyperParametersTest {
  private static final HyperParameter POPULATION =
      HyperParameter.whole("population", 10, 1, 10_000, "cells alive");
  private static final HyperParameter RATE =
      HyperParameter.real("rate", 0.5, 0.000001, 100, "step size");
  private static final List<HyperParameter> KNOWN = List.of(POPULATION, RATE);

  @Test
  void whatIsNotGivenHasItsDefault() {
    HyperParameters values = HyperParameters.read("method", KNOWN, Map.of());
    assertEquals(10, values.whole(POPULATION));
    assertEquals(0.5, values.real(RATE));
  }

  @Test
  void numbersAndTextsAreRead() {
    HyperParameters values =
        HyperParameters.read("method", KNOWN, Map.of("population", 25L, "rate", " 0.25 "));
    assertEquals(25, values.whole(POPULATION));
    assertEquals(0.25, values.real(RATE));
  }

  @Test
  void everyDefectIsReportedWithWhatIsAllowed() {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    given.put("popluation", 3);
    given.put("population", 2.5);
    given.put("rate", 0);
    HyperParameterException thrown =
        assertThrows(
            HyperParameterException.class, () -> HyperParameters.read("method", KNOWN, given));
    assertEquals(
        List.of(
            "'population' is 2.5, not a whole number from 1 to 10000",
            "'rate' is 0, not a number from 0.000001 to 100",
            "'popluation' is unknown; known: population, rate"),
        thrown.defects());
  }

  @Test
  void valuesOfAnotherTypeAreRefused() {
    for (Object wrong : List.of("many", true, List.of(1))) {
      assertEquals(
          "'population' is '" + wrong + "', not a whole number from 1 to 10000",
          onlyDefect(Map.of("population", wrong)));
    }
    Map<String, @Nullable Object> missing = new LinkedHashMap<>();
    missing.put("rate", null);
    assertEquals("'rate' is 'null', not a number from 0.000001 to 100", onlyDefect(missing));
  }

  @Test
  void whatIsNotFiniteIsRefused() {
    assertEquals(
        "'rate' is NaN, not a number from 0.000001 to 100", onlyDefect(Map.of("rate", "NaN")));
    assertEquals(
        "'population' is Infinity, not a whole number from 1 to 10000",
        onlyDefect(Map.of("population", Double.POSITIVE_INFINITY)));
  }

  private static String onlyDefect(Map<String, ? extends @Nullable Object> given) {
    HyperParameterException thrown =
        assertThrows(
            HyperParameterException.class, () -> HyperParameters.read("method", KNOWN, given));
    assertEquals(1, thrown.defects().size());
    return thrown.defects().get(0);
  }
}
