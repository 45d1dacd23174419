package org.dartboard.cli;

import java.util.Locale;
import org.dartboard.engine.Precision;
import org.dartboard.engine.SupernetFactory;
import org.dartboard.engine.nd4j.Nd4jSupernet;
import org.dartboard.engine.onednn.OneDnnSupernet;

/** The engines that can be chosen on the command line. */
enum Engines {
  /** oneDNN, on the processor. */
  ONEDNN {
    @Override
    SupernetFactory supernets(Precision precision) {
      return (spec, maximumBatch) -> new OneDnnSupernet(spec, maximumBatch, precision);
    }
  },
  /** ND4J, on the processor or, where its CUDA backend is on the class path, on a GPU. */
  ND4J {
    @Override
    SupernetFactory supernets(Precision precision) {
      if (precision != Precision.FP32) {
        throw new BadInputException("the engine nd4j computes in fp32, not " + precision.label());
      }
      return Nd4jSupernet::new;
    }
  };

  /** The name in lower case, as on the command line and in files. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Supernets of this engine, which refuse what the machine cannot compute.
   *
   * @throws BadInputException if the engine never computes in that precision
   */
  abstract SupernetFactory supernets(Precision precision);
}
