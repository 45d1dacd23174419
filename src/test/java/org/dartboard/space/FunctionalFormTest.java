package org.dartboard.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionalFormTest {
  @ParameterizedTest
  @CsvSource({
    "000000, 0",
    "000100, x",
    "111111, x+x+x+x",
    "300010, nor_conv_3x3(x)",
    "400001, 0",
    "111003, nor_conv_3x3(x+x)",
    "000003, 0",
    "100310, nor_conv_3x3(x)+x",
  })
  void writesTheFunction(String code, String expression) {
    Cell cell = Cell.ofCode(code);
    assertEquals(expression, FunctionalForm.of(cell).expression());
  }

  @Test
  void aSumWithItselfIsNotTheSameAsTheTerm() {
    assertNotEquals(
        FunctionalForm.of(Cell.ofCode("100110")), FunctionalForm.of(Cell.ofCode("000100")));
  }

  /**
   * Evaluates each cell on a number, every operation standing for one random function that keeps
   * zero: equal forms must then give equal numbers, and different forms different ones.
   */
  @Test
  void agreesWithEvaluatingTheCells() {
    UniformRandomProvider random = new RandomStreams("FunctionalFormTest", 1).stream("functions");
    double[] slope = new double[Operation.COUNT];
    for (int code = 0; code < slope.length; code++) {
      slope[code] = 0.5 + random.nextDouble();
    }
    Map<FunctionalForm, Double> values = new HashMap<>();
    Map<Long, FunctionalForm> forms = new HashMap<>();
    for (int ordinal = 0; ordinal < Cell.COUNT; ordinal++) {
      Cell cell = new Cell(ordinal);
      FunctionalForm form = FunctionalForm.of(cell);
      double value = evaluate(cell, slope);
      Double known = values.putIfAbsent(form, value);
      if (known != null) {
        assertEquals(known, value, 1e-12 * Math.abs(known), cell::toString);
      }
      FunctionalForm same = forms.putIfAbsent(Math.round(value * 1e11), form);
      if (same != null) {
        assertEquals(same, form, cell::toString);
      }
    }
    assertEquals(4_930, values.size());
  }

  private static double evaluate(Cell cell, double[] slope) {
    double[] nodes = new double[Edge.OUTPUT_NODE + 1];
    nodes[0] = 0.7;
    for (Edge edge : Edge.all()) {
      Operation operation = cell.operation(edge);
      double source = nodes[edge.source()];
      nodes[edge.target()] +=
          switch (operation) {
            case NONE -> 0;
            case SKIP_CONNECT -> source;
            case NOR_CONV_1X1, NOR_CONV_3X3, AVG_POOL_3X3 ->
                Math.log1p(slope[operation.code()] * source);
          };
    }
    return nodes[Edge.OUTPUT_NODE];
  }
}
