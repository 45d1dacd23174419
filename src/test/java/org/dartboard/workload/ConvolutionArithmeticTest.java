package org.dartboard.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dartboard.engine.SupernetSpec;
import org.junit.jupiter.api.Test;

class ConvolutionArithmeticTest {
  /** Counted layer by layer: width 2, one cell a stage, images of 4x4. */
  @Test
  void aTinyNetworkIsCountedByHand() {
    long stem = 16 * 3 * 9 * 2;
    long cells = 16 * 6 * 10 * 2 * 2 + 4 * 6 * 10 * 4 * 4 + 6 * 10 * 8 * 8;
    long firstBlock = 4 * (9 * 2 * 4 + 9 * 4 * 4 + 2 * 4);
    long secondBlock = 9 * 4 * 8 + 9 * 8 * 8 + 4 * 8;
    assertEquals(
        new ConvolutionArithmetic(2 * stem, 2 * (cells + firstBlock + secondBlock)),
        ConvolutionArithmetic.of(SupernetSpec.search(2, 1, 4, 10, true)));
  }

  /** The design's figure for the step that peers are compared on. */
  @Test
  void theStepOfTheBenchmarksSearchesTakes156Gflop() {
    double flop = ConvolutionArithmetic.of(SupernetSpec.search(16, 5, 32, 10, true)).searchStep(64);
    assertEquals(156, flop / 1e9, 0.5);
  }
}
