package org.dartboard.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.Set;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupernetLayoutTest {
  @ParameterizedTest
  @ValueSource(strings = {"000000", "421211", "333333", "222222", "111111", "343210"})
  void aDiscreteNetworkHasTheParametersThatTheBenchmarkReports(String code) {
    Cell cell = Cell.ofCode(code);
    SupernetLayout layout = SupernetLayout.of(SupernetSpec.discrete(cell, 16, 5, 32, 10));

    // The benchmark's stored parameter counts for CIFAR-10 follow this formula exactly.
    int expected =
        73_306
            + 28_000 * cell.count(Operation.NOR_CONV_1X1)
            + 243_040 * cell.count(Operation.NOR_CONV_3X3);
    assertEquals(expected, layout.weights().length());
  }

  @Test
  void slicesFollowOneAnotherWithoutGaps() {
    SupernetLayout layout = SupernetLayout.of(RandomCase.of(5).spec());
    for (FlatLayout each : new FlatLayout[] {layout.weights(), layout.state()}) {
      int next = 0;
      for (Slice slice : each.slices()) {
        assertEquals(next, slice.offset(), slice.name());
        next = slice.end();
      }
      assertEquals(next, each.length());
    }
  }

  @Test
  void aSearchNetworkKeepsNoStatisticsOfItsCellsUnlessTold() {
    String name = SupernetLayout.operationName(0, Edge.FROM_0_TO_1, Operation.NOR_CONV_3X3);
    SupernetLayout without = SupernetLayout.of(SupernetSpec.search(4, 1, 8, 10, false));
    SupernetLayout with = SupernetLayout.of(SupernetSpec.search(4, 1, 8, 10, true));

    assertFalse(without.state().find(name + ".mean").isPresent());
    assertTrue(with.state().find(name + ".mean").isPresent());
    assertTrue(without.state().find("stem.mean").isPresent());
    assertFalse(with.weights().find(name + ".gamma").isPresent());
  }

  @Test
  void weightsStartUniformInOneOverTheRootOfTheInputs() {
    SupernetLayout layout = SupernetLayout.of(SupernetSpec.search(16, 1, 32, 10, false));
    FloatBuffer weights = FlatBuffers.allocate(layout.weights().length());
    WeightInitialization.weights(layout, new RandomStreams("initialisation", 1), weights);

    Slice slice = layout.weights().slice("cell.2.edge.0.nor_conv_3x3.weight");
    double bound = 1 / Math.sqrt(64 * 9);
    double largest = 0;
    double squares = 0;
    for (int i = slice.offset(); i < slice.end(); i++) {
      largest = Math.max(largest, Math.abs(weights.get(i)));
      squares += weights.get(i) * weights.get(i);
    }
    assertTrue(largest <= (float) bound && largest > 0.999 * bound);
    assertEquals(bound * bound / 3, squares / slice.length(), 0.02 * bound * bound);
    Slice bias = layout.weights().slice("classifier.bias");
    for (int i = bias.offset(); i < bias.end(); i++) {
      assertTrue(Math.abs(weights.get(i)) <= 1 / 8f && weights.get(i) != 0);
    }
    assertEquals(1, weights.get(layout.weights().slice("stem.gamma").offset()));
    assertEquals(0, weights.get(layout.weights().slice("stem.beta").offset()));
  }

  @Test
  void aBadSpecIsRefusedWithAllThatIsWrong() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new SupernetSpec(
                    6,
                    0,
                    30,
                    1,
                    Collections.nCopies(5, Set.of()),
                    false,
                    false,
                    new PartialChannels.First(4),
                    false));
    String message = String.valueOf(error.getMessage());
    for (String defect :
        new String[] {
          "cells per stage 0",
          "image size 30 is not a multiple of 4",
          "classes 1",
          "for 5 edges, not 6",
          "edge 4 has no operation",
          "width 6 is not a multiple of 4"
        }) {
      assertTrue(message.contains(defect), message);
    }
  }
}
