package org.dartboard.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkSizeTest {
  @ParameterizedTest
  @ValueSource(strings = {"000000", "421211", "333333", "222222", "343210"})
  void itCountsWhatTheLayoutLaysOut(String code) {
    assertCounted(SupernetSpec.discrete(Cell.ofCode(code), 16, 5, 32, 10));
    assertCounted(SupernetSpec.discrete(Cell.ofCode(code), 6, 2, 16, 120));
  }

  @Test
  void partialChannelsAndAttentionAreCounted() {
    for (PartialChannels channels :
        List.of(new PartialChannels.First(4), new PartialChannels.Attention(2, 2))) {
      assertCounted(
          new SupernetSpec(
              8,
              3,
              8,
              10,
              Collections.nCopies(Edge.COUNT, EnumSet.allOf(Operation.class)),
              true,
              true,
              channels,
              false));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1024, 100, 32, 10",
    "512, 100, 32, 10",
    "2147483644, 1, 32, 10",
    "1, 2147483647, 32, 10",
    "1, 1, 2147483644, 10",
    "1, 1, 32, 2147483647",
    "2147483644, 2147483647, 2147483644, 2147483647"
  })
  void aNetworkThatNoBufferHoldsIsRefusedWithItsSize(
      int width, int cells, int imageSize, int classes) {
    SupernetSpecException refused =
        assertThrows(
            SupernetSpecException.class,
            () -> SupernetSpec.search(width, cells, imageSize, classes, false));

    assertTrue(
        refused.getMessage().contains("width " + width + " with " + cells + " cells"),
        refused::getMessage);
  }

  @Test
  void theLargestThatABufferHoldsIsLaidOut() {
    SupernetSpec spec = SupernetSpec.search(256, 6, 32, 10, false);

    assertTrue(SupernetLayout.of(spec).weights().length() > FlatBuffers.LARGEST / 2);
  }

  private static void assertCounted(SupernetSpec spec) {
    SupernetLayout layout = SupernetLayout.of(spec);
    double image = 3.0 * spec.imageSize() * spec.imageSize();

    assertEquals(
        layout.weights().length() + layout.state().length() + spec.operationWeights() + image,
        new NetworkSize(spec.width(), spec.cellsPerStage())
            .numbers(spec.operations(), spec.partialChannels(), spec.imageSize(), spec.classes()));
  }
}
