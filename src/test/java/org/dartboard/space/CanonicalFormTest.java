package org.dartboard.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {
  @Test
  void thereAreAsManyClassesAsTheBenchmarkReports() {
    assertEquals(
        6_466,
        IntStream.range(0, Cell.COUNT)
            .mapToObj(ordinal -> CanonicalForm.of(new Cell(ordinal)))
            .distinct()
            .count());
  }

  @Test
  void writesTheCellAsASum() {
    assertEquals("#+(0)@nor_conv_3x3+0", CanonicalForm.of(Cell.ofCode("100310")).expression());
  }

  @Test
  void theOrderOfASumDoesNotMatter() {
    Cell pointwiseFirst = Cell.ofCode("123001");
    Cell spatialFirst = Cell.ofCode("132001");
    assertEquals(CanonicalForm.of(pointwiseFirst), CanonicalForm.of(spatialFirst));
    assertNotEquals(pointwiseFirst, spatialFirst);
  }

  @Test
  void nothingStaysATermUnlessTheWholeNodeIsNothing() {
    Cell throughAnEmptyNode = Cell.ofCode("000003");
    assertEquals("#+#+(#+#)@nor_conv_3x3", CanonicalForm.of(throughAnEmptyNode).expression());
  }

  @Test
  void isomorphicCellsComputeTheSameFunction() {
    Map<CanonicalForm, FunctionalForm> functions = new HashMap<>();
    for (int ordinal = 0; ordinal < Cell.COUNT; ordinal++) {
      Cell cell = new Cell(ordinal);
      FunctionalForm function = FunctionalForm.of(cell);
      FunctionalForm known = functions.putIfAbsent(CanonicalForm.of(cell), function);
      if (known != null) {
        assertEquals(known, function, cell::toString);
      }
    }
    Set<FunctionalForm> distinct = new HashSet<>(functions.values());
    assertEquals(4_930, distinct.size());
  }
}
