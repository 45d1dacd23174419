package org.dartboard.cli;

import java.util.List;
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
    boolean hasArithmetic(Precision precision) {
      return OneDnnSupernet.hasArithmetic(precision);
    }

    @Override
    SupernetFactory supernets(Precision precision) {
      return (spec, maximumBatch) -> new OneDnnSupernet(spec, maximumBatch, precision);
    }
  },
  /** ND4J, on the processor or, where its CUDA backend is on the class path, on a GPU. */
  ND4J {
    @Override
    boolean hasArithmetic(Precision precision) {
      return precision == Precision.FP32;
    }

    @Override
    SupernetFactory supernets(Precision precision) {
      if (precision != Precision.FP32) {
        throw new BadInputException(
            "the engine nd4j computes in fp32, not " + precision.label() + "; ask for fp32");
      }
      return Nd4jSupernet::new;
    }
  };

  /** The name in lower case, as on the command line and in files. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the engine computes in a precision here without emulating it. */
  abstract boolean hasArithmetic(Precision precision);

  /**
   * The first of some precisions that the engine has arithmetic for; without any, the first.
   *
   * @param allowed at least one
   */
  Precision first(List<Precision> allowed) {
    return allowed.stream().filter(this::hasArithmetic).findFirst().orElse(allowed.get(0));
  }

  /**
   * Supernets of this engine, which refuse what the machine cannot compute.
   *
   * @throws BadInputException if the engine never computes in that precision
   */
  abstract SupernetFactory supernets(Precision precision);
}
