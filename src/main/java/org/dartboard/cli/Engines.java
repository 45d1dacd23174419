package org.dartboard.cli;

import java.util.Locale;
import org.dartboard.engine.Precision;
import org.dartboard.engine.SupernetFactory;
import org.dartboard.engine.onednn.OneDnnSupernet;

/** The engines that can be chosen on the command line. */
enum Engines {
  /** oneDNN, on the processor. */
  ONEDNN;

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
      throw new BadInputException("the engine onednn computes in fp32, not " + precision.label());
    }
    return OneDnnSupernet::new;
  }
}
