package org.dartboard.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SampleTest {
  @Test
  void summaryHasTheDivisorOneLessThanTheCount() {
    Sample sample = Sample.of(2, 4, 4, 4, 5, 5, 7, 9);
    assertEquals(8, sample.count());
    assertEquals(5, sample.mean(), 1e-15);
    assertEquals(Math.sqrt(32.0 / 7), sample.standardDeviation().getAsDouble(), 1e-15);
    assertEquals(Math.sqrt(32.0 / 7 / 8), sample.standardError().getAsDouble(), 1e-15);
  }

  @Test
  void oneValueHasNoStandardDeviation() {
    Sample sample = Sample.of(3.5);
    assertEquals(3.5, sample.mean());
    assertTrue(sample.standardDeviation().isEmpty());
    assertTrue(sample.standardError().isEmpty());
  }

  @Test
  void equalValuesHaveNoVarianceAtAll() {
    Sample sample = Sample.of(54.296667, 54.296667, 54.296667, 54.296667, 54.296667, 54.296667);
    assertEquals(54.296667, sample.mean());
    assertEquals(0, sample.standardDeviation().getAsDouble());
  }

  @Test
  void emptyAndNonFiniteSamplesAreRefused() {
    assertThrows(IllegalArgumentException.class, Sample::of);
    String message =
        assertThrows(IllegalArgumentException.class, () -> Sample.of(1, Double.NaN)).getMessage();
    assertEquals("the sample has the value NaN at position 1; it must be finite", message);
    assertThrows(IllegalArgumentException.class, () -> Sample.of(Double.POSITIVE_INFINITY, 1, 2));
  }

  @Test
  void summariesThatNoSampleCanHaveAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Sample.ofSummary(1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> Sample.ofSummary(3, 0, -1));
    assertThrows(IllegalArgumentException.class, () -> Sample.ofSummary(3, 0, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Sample.ofSummary(3, Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> new Sample(2, 0, OptionalDouble.empty()));
  }
}
