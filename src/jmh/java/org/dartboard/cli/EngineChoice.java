package org.dartboard.cli;

import java.util.stream.Stream;
import org.dartboard.engine.EngineException;
import org.dartboard.engine.Precision;
import org.dartboard.engine.SupernetFactory;

/** The engines that the command line has, for benchmarks. */
public final class EngineChoice {
  private EngineChoice() {}

  /**
   * Supernets of the engine of that name.
   *
   * @throws EngineException if there is none
   */
  public static SupernetFactory supernets(String engine, Precision precision) {
    return Stream.of(Engines.values())
        .filter(choice -> choice.label().equals(engine))
        .findFirst()
        .orElseThrow(() -> new EngineException("this build has no engine " + engine))
        .supernets(precision);
  }
}
