package org.dartboard.cli;

import org.dartboard.engine.Precision;
import org.dartboard.engine.SupernetFactory;
import picocli.CommandLine.Option;

/** Which engine computes a search or a training, and in which precision. */
final class EngineOptions {
  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "onednn or nd4j. Default: ${DEFAULT-VALUE}.",
      defaultValue = "onednn")
  private Engines engine = Engines.ONEDNN;

  @Option(
      names = "--precision",
      paramLabel = "NAME",
      description = "fp32 or, where the engine has it, bf16. Default: ${DEFAULT-VALUE}.",
      defaultValue = "fp32")
  private Precision precision = Precision.FP32;

  Engines engine() {
    return engine;
  }

  Precision precision() {
    return precision;
  }

  /**
   * Supernets of that engine in that precision.
   *
   * @throws BadInputException if the engine never computes in it
   */
  SupernetFactory supernets() {
    return engine.supernets(precision);
  }
}
