package org.dartboard.search.supernet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SearchSettingsTest {
  @Test
  void theLearningRateFallsByACosineFromEpochToEpoch() {
    SearchSettings settings = SearchSettings.benchmark();
    assertEquals(0.025, settings.learningRate(0));
    assertEquals(0.013, settings.learningRate(25), 1e-15);
    // T_max 50, so the last epoch is one step before the end of the cosine.
    assertEquals(
        0.001 + 0.012 * (1 + Math.cos(Math.PI * 49 / 50)), settings.learningRate(49), 1e-15);
    SearchSettings enas = settings.with(Setting.COSINE_EPOCHS, 10);
    assertEquals(0.001, enas.learningRate(10), 1e-15);
    assertEquals(0.025, enas.learningRate(40), 1e-15);
  }
}
