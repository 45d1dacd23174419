package org.dartboard.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dartboard.space.Cell;
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

  /** One 3x3 and one 1x1 convolution in a cell, skips besides. */
  @Test
  void aCellsNetworkHasTheConvolutionsOfItsEdgesAlone() {
    ConvolutionArithmetic skips =
        ConvolutionArithmetic.of(SupernetSpec.discrete(Cell.ofCode("111111"), 2, 1, 4, 10));
    ConvolutionArithmetic two =
        ConvolutionArithmetic.of(SupernetSpec.discrete(Cell.ofCode("132111"), 2, 1, 4, 10));
    assertEquals(skips.stem(), two.stem());
    assertEquals(2 * 10 * (16 * 2 * 2 + 4 * 4 * 4 + 8 * 8), two.rest() - skips.rest());
    assertEquals(3 * (2 * two.stem() + 3 * two.rest()), two.weightStep(3));
  }
}
