package org.dartboard.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  @Test
  void intervalOfTwoValuesIsKnownInClosedForm() {
    // Of two values, a resample is both low, mixed or both high with shares 1/4, 1/2, 1/4.
    assertEquals(new Interval(0, 1), interval(new double[] {0, 1}, 0.4));
    assertEquals(new Interval(0.5, 0.5), interval(new double[] {0, 1}, 0.6));
  }

  @Test
  void intervalOfAMeanIsNearTheNormalOne() {
    UniformRandomProvider random = new RandomStreams("BootstrapTest", 1).stream("values");
    double[] values = random.doubles(400).toArray();
    Sample sample = Sample.of(values);
    Interval interval = interval(values, 0.05);
    double halfWidth = 1.96 * sample.standardError().getAsDouble();
    assertEquals(sample.mean() - halfWidth, interval.low(), 0.003);
    assertEquals(sample.mean() + halfWidth, interval.high(), 0.003);
  }

  @Test
  void sameStreamGivesTheSameBits() {
    double[] values = {1, 5, 2, 8, 3};
    assertEquals(interval(values, 0.1), interval(values, 0.1));
  }

  @Test
  void degenerateSamplesAreDefined() {
    assertEquals(Optional.empty(), percentile(new double[0], 0.05));
    assertEquals(Optional.empty(), percentile(new double[] {1}, 0.05));
    assertEquals(new Interval(2, 2), interval(new double[] {2, 2, 2}, 0.05));
    assertThrows(
        IllegalArgumentException.class, () -> percentile(new double[] {1, Double.NaN}, 0.05));
    assertEquals(
        "level 1.0 is not between 0 and 1",
        assertThrows(IllegalArgumentException.class, () -> percentile(new double[] {1, 2}, 1))
            .getMessage());
  }

  private static Interval interval(double[] values, double level) {
    return percentile(values, level).orElseThrow();
  }

  private static Optional<Interval> percentile(double[] values, double level) {
    return Bootstrap.percentile(
        values,
        resample -> Arrays.stream(resample).average().orElseThrow(),
        level,
        10_000,
        new RandomStreams("BootstrapTest", 0).stream("resample"));
  }
}
