package org.dartboard.dl4j;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import org.dartboard.data.Normalization;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.RandomCase;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Cell;
import org.dartboard.space.Operation;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Defects of DL4J that this package works around.
 *
 * <p>A test that fails tells that DL4J has been mended, and which code may go.
 */
class Dl4jDefectsTest {
  @TempDir private Path folder;

  /** {@link Dl4jExport#write} may write both at once. */
  @Test
  void writingGraphAndNormaliserAtOnceFlushesAClosedStream() {
    SupernetSpec spec = SupernetSpec.discrete(Cell.uniform(Operation.NONE), 1, 1, 4, 2);
    ComputationGraph graph = Parity.graph(RandomCase.of("", spec, Knobs.EVALUATION, 1, 1));

    assertThrows(
        IOException.class,
        () ->
            ModelSerializer.writeModel(
                graph,
                folder.resolve("model.zip").toFile(),
                false,
                Dl4jExport.normalizer(Normalization.CIFAR_10)));
  }
}
