package org.dartboard.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkCostTest {
  @ParameterizedTest
  @CsvSource({
    "32, 10, 73306, 7783050, 3932160, 35389440",
    "32, 100, 79156, 7788900, 3932160, 35389440",
    "16, 120, 80456, 1953400, 983040, 8847360",
  })
  void agreesWithTheClosedFormOnEveryCell(
      int imageSize, int classes, long parameters, long flops, long flops1x1, long flops3x3) {
    MacroSkeleton skeleton = MacroSkeleton.benchmark(imageSize, classes);
    for (int ordinal = 0; ordinal < Cell.COUNT; ordinal++) {
      Cell cell = new Cell(ordinal);
      long pointwise = cell.count(Operation.NOR_CONV_1X1);
      long spatial = cell.count(Operation.NOR_CONV_3X3);
      assertEquals(
          new NetworkCost(
              parameters + 28_000 * pointwise + 243_040 * spatial,
              flops + flops1x1 * pointwise + flops3x3 * spatial),
          NetworkCost.of(cell, skeleton));
    }
  }

  @Test
  void refusesSkeletonsThatCannotBeBuilt() {
    assertThrows(IllegalArgumentException.class, () -> new MacroSkeleton(0, 5, 32, 10));
    assertThrows(IllegalArgumentException.class, () -> new MacroSkeleton(16, 0, 32, 10));
    assertThrows(IllegalArgumentException.class, () -> new MacroSkeleton(16, 5, 30, 10));
    assertThrows(IllegalArgumentException.class, () -> new MacroSkeleton(16, 5, 0, 10));
    assertThrows(IllegalArgumentException.class, () -> new MacroSkeleton(16, 5, 32, 0));
  }
}
