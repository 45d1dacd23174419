package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dartboard.data.Normalization;
import org.dartboard.engine.EngineException;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Cell;
import org.dartboard.testing.Thrown;
import org.dartboard.training.CellNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparedExportTest {
  private static final Cell CELL = Cell.ofCode("314203");
  private static final double TOLERANCE = 1e-4;

  @TempDir private Path folder;

  @Test
  void aModelThatDiffersLeavesTheEarlierOneInItsPlace() throws IOException {
    Path file = folder.resolve("model.zip");
    byte[] earlier = earlier(file);

    String message =
        Thrown.message(EngineException.class, () -> new ComparedExport(network(2), -1).write(file));

    assertTrue(message.contains(file + " and of the engine differ by "), message);
    assertTrue(message.contains("more than -1.0"), message);
    assertArrayEquals(earlier, Files.readAllBytes(file));
    assertEquals(List.of(file), files());
  }

  /** As the weights of a training that diverged are. */
  @Test
  void aModelThatCannotBeComparedLeavesTheEarlierOneInItsPlace() throws IOException {
    Path file = folder.resolve("model.zip");
    byte[] earlier = earlier(file);
    CellNetwork diverged = network(3);
    diverged.weights().put(0, Float.NaN);

    String message =
        Thrown.message(
            EngineException.class, () -> new ComparedExport(diverged, TOLERANCE).write(file));

    assertTrue(message.contains("the weights hold NaN"), message);
    assertArrayEquals(earlier, Files.readAllBytes(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void aModelThatDiffersLeavesNoFileWhereThereWasNone() throws IOException {
    Path file = folder.resolve("model.zip");

    Thrown.message(EngineException.class, () -> new ComparedExport(network(4), -1).write(file));

    assertEquals(List.of(), files());
  }

  private static byte[] earlier(Path file) throws IOException {
    assertTrue(new ComparedExport(network(1), TOLERANCE).write(file) <= TOLERANCE);
    return Files.readAllBytes(file);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static CellNetwork network(long seed) {
    return CellNetwork.untrained(
        CELL, SupernetSpec.discrete(CELL, 2, 1, 8, 4), seed, Normalization.CIFAR_10);
  }
}
