package org.dartboard.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dartboard.data.Batch;
import org.dartboard.data.Layout;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdleEdgesTest {
  private static final int IMAGES = 6;
  private static final Set<Want> EVERYTHING = EnumSet.allOf(Want.class);

  /** Cells of which 3, 2, 1, 1, 0 and 3 edges that carry something are idle. */
  @ParameterizedTest
  @ValueSource(strings = {"233300", "123410", "203120", "340301", "333333", "323000"})
  void nothingElseChangesWithoutThem(String code) {
    Cell cell = Cell.ofCode(code);
    SupernetSpec spec = SupernetSpec.discrete(cell, 4, 1, 8, 3);
    try (OneDnnSupernet supernet = new OneDnnSupernet(spec, IMAGES)) {
      SupernetOutput all = evaluate(supernet, false);
      SupernetOutput without = evaluate(supernet, true);
      assertEquals(all.loss(), without.loss());
      assertArrayEquals(all.logits(), without.logits());
      assertArrayEquals(
          RandomCase.doubles(all.weightGradient()),
          RandomCase.doubles(without.weightGradient()),
          0);
      assertArrayEquals(all.operationGradient(), without.operationGradient(), 0);
    }
  }

  private static SupernetOutput evaluate(OneDnnSupernet supernet, boolean turnedOff) {
    SupernetLayout layout = supernet.layout();
    FloatBuffer weights = FlatBuffers.allocate(layout.weights().length());
    FloatBuffer state = FlatBuffers.allocate(layout.state().length());
    RandomStreams streams = new RandomStreams("idle edges", 1);
    WeightInitialization.weights(layout, streams, weights);
    WeightInitialization.state(layout, state);
    SupernetInput input = new SupernetInput(supernet.spec(), weights, state);
    if (turnedOff) {
      input.turnOffIdleEdges();
    }
    int side = supernet.spec().imageSize();
    Batch batch = Batch.allocate(IMAGES, side, Layout.NHWC);
    batch.setSize(IMAGES);
    var generator = streams.stream("images");
    for (int i = 0; i < batch.images().capacity(); i++) {
      batch.images().put(i, (float) generator.nextDouble());
    }
    SupernetOutput output = new SupernetOutput(supernet.spec(), layout, IMAGES);
    supernet.evaluate(input, Knobs.TRAINING, batch, EVERYTHING, output);
    return output;
  }

  /** The oracle walks every path from an edge's end to the output. */
  @Test
  void idleAreTheEdgesWithoutAPathToTheOutput() {
    for (int ordinal = 0; ordinal < Cell.COUNT; ordinal += 7) {
      Cell cell = new Cell(ordinal);
      SupernetSpec spec = SupernetSpec.discrete(cell, 4, 1, 8, 3);
      SupernetLayout layout = SupernetLayout.of(spec);
      SupernetInput input =
          new SupernetInput(
              spec,
              FlatBuffers.allocate(layout.weights().length()),
              FlatBuffers.allocate(layout.state().length()));
      input.turnOffIdleEdges();
      for (Edge edge : Edge.all()) {
        OperationMode expected =
            paths(cell, edge.target()) > 0 ? OperationMode.ACTIVE : OperationMode.OFF;
        for (int each = 0; each < spec.cells(); each++) {
          assertEquals(
              expected,
              input.modes()[spec.operationIndex(each, edge, cell.operation(edge))],
              () -> cell.code() + " " + edge);
        }
      }
    }
  }

  private static long paths(Cell cell, int node) {
    if (node == Edge.OUTPUT_NODE) {
      return 1;
    }
    List<Edge> leaving =
        Stream.of(Edge.values())
            .filter(edge -> edge.source() == node && cell.operation(edge) != Operation.NONE)
            .toList();
    return leaving.stream().mapToLong(edge -> paths(cell, edge.target())).sum();
  }
}
