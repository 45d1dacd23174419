package org.dartboard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dartboard.dl4j.ModelFile;
import org.dartboard.engine.EngineException;
import org.dartboard.engine.Precision;
import org.dartboard.engine.Supernet;
import org.dartboard.io.AtomicFiles;
import org.dartboard.training.CellNetwork;

/**
 * A network as a model file whose outputs are the engine's.
 *
 * @param tolerance how far a class's probability, of 0 to 1, may be off
 */
record ComparedExport(CellNetwork network, double tolerance) {

  /**
   * Writes the file beside its place, reads it again, compares it with the engine and moves it
   * there.
   *
   * @param out replaced if it is there; the folders above it are made
   * @return the largest difference of a probability
   * @throws EngineException if they differ by more than the tolerance; what was at the place stays
   */
  double write(Path out) throws IOException {
    Path beside = AtomicFiles.beside(out);
    try {
      ModelFile.write(
          network.spec(), network.weights(), network.state(), network.normalization(), beside);
      double difference = difference(beside);
      if (!(difference <= tolerance)) {
        throw new EngineException(
            ("the outputs of the model for %s and of the engine differ by %s, more than %s;"
                    + " the model was thrown away, and what was there before is as it was. Weights that grew"
                    + " very large round differently: see how the training ended, or train anew")
                .formatted(out, difference, tolerance));
      }
      AtomicFiles.publish(beside, out.toAbsolutePath());
      return difference;
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private double difference(Path file) throws IOException {
    try (Supernet engine =
        Engines.ONEDNN.supernets(Precision.FP32).create(network.spec(), ModelFile.IMAGES)) {
      return ModelFile.difference(file, engine, network.weights(), network.state());
    }
  }
}
