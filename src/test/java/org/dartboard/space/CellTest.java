package org.dartboard.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
  private static final Cell FIRST_OF_THE_BENCHMARK = Cell.ofCode("421211");

  @Test
  void everyCellComesBackFromItsStringAndItsCode() {
    Set<String> strings = new HashSet<>();
    for (int ordinal = 0; ordinal < Cell.COUNT; ordinal++) {
      Cell cell = new Cell(ordinal);
      assertEquals(cell, Cell.parse(cell.toString()));
      assertEquals(cell, Cell.ofCode(cell.code()));
      strings.add(cell.toString());
    }
    assertEquals(Cell.COUNT, strings.size());
  }

  @Test
  void printsTheBenchmarksFirstArchitecture() {
    assertEquals(
        "|avg_pool_3x3~0|+|nor_conv_1x1~0|skip_connect~1|+|nor_conv_1x1~0|skip_connect~1|skip_connect~2|",
        FIRST_OF_THE_BENCHMARK.toString());
  }

  @Test
  void operationsStandOnTheirEdges() {
    assertEquals(Operation.AVG_POOL_3X3, FIRST_OF_THE_BENCHMARK.operation(Edge.FROM_0_TO_1));
    assertEquals(Operation.NOR_CONV_1X1, FIRST_OF_THE_BENCHMARK.operation(Edge.FROM_0_TO_3));
    assertEquals(3, FIRST_OF_THE_BENCHMARK.count(Operation.SKIP_CONNECT));
    assertEquals(0, FIRST_OF_THE_BENCHMARK.count(Operation.NONE));
  }

  @Test
  void changingAnEdgeChangesThatEdgeAlone() {
    for (Edge edge : Edge.all()) {
      Cell changed = FIRST_OF_THE_BENCHMARK.with(edge, Operation.NONE);
      for (Edge other : Edge.all()) {
        Operation expected =
            other == edge ? Operation.NONE : FIRST_OF_THE_BENCHMARK.operation(other);
        assertEquals(expected, changed.operation(other));
      }
    }
  }

  @Test
  void uniformCellsCarryOneOperation() {
    for (Operation operation : Operation.values()) {
      assertEquals(Edge.COUNT, Cell.uniform(operation).count(operation));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "42121", "4212111", "421215", "42121x", "-21211", " 421211"})
  void refusesWhatIsNoOpCode(String code) {
    String message = Thrown.message(CellSyntaxException.class, () -> Cell.ofCode(code));
    assertTrue(message.contains("'" + code + "'"), message);
    assertTrue(message.contains("six digits 0 to 4"), message);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 15_625})
  void refusesOrdinalsOutsideTheSpace(int ordinal) {
    assertThrows(IllegalArgumentException.class, () -> new Cell(ordinal));
  }

  @Test
  void refusesFiveOperations() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Cell.of(
                Operation.NONE, Operation.NONE, Operation.NONE, Operation.NONE, Operation.NONE));
  }
}
