package org.dartboard.cli;

import java.util.Locale;
import org.dartboard.engine.Precision;
import org.dartboard.engine.SupernetFactory;
import org.dartboard.engine.nd4j.Nd4jSupernet;
import org.dartboard.engine.onednn.OneDnnSupernet;

/** The engines that can be chosen on the command line. */
enum Engines {
  /** oneDNN, on the processor. */
  ONEDNN(OneDnnSupernet::new),
  /** ND4J, on the processor or, where its CUDA backend is on the class path, on a GPU. */
  ND4J(Nd4jSupernet::new);

  private final SupernetFactory fp32;

  Engines(SupernetFactory fp32) {
    this.fp32 = fp32;
  }

  /** The name in lower case, as on the command line and in files. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Supernets of this engine.
   *
   * @throws BadInputException if the engine does not compute in that precision
   */
  SupernetFactory supernets(Precision precision) {
    if (precision != Precision.FP32) {
      throw new BadInputException(
          "the engine " + label() + " computes in fp32, not " + precision.label());
    }
    return fp32;
  }
}
