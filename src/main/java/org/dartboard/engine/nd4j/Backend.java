package org.dartboard.engine.nd4j;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.dartboard.engine.EngineDescription;
import org.dartboard.engine.EngineException;
import org.dartboard.engine.Precision;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What ND4J computes with here. */
final class Backend {
  private static final Logger LOG = LoggerFactory.getLogger(Backend.class);
  private static final String PROPERTIES = "/META-INF/maven/org.nd4j/nd4j-api/pom.properties";

  private Backend() {}

  /**
   * Says what computes.
   *
   * @throws EngineException if ND4J finds no backend that works here
   */
  static EngineDescription describe() {
    try {
      String name = Nd4j.getBackend().getClass().getSimpleName();
      boolean processor = Nd4j.getEnvironment().isCPU();
      return new EngineDescription(
          "nd4j",
          Precision.FP32,
          Nd4j.getEnvironment().maxThreads(),
          "ND4J " + version() + " (" + name + ")",
          processor ? "processor" : "CUDA device");
    } catch (ExceptionInInitializerError | NoClassDefFoundError | RuntimeException e) {
      throw new EngineException(
          "ND4J has no backend that works here (" + e.getMessage() + "). Use the engine onednn", e);
    }
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream file = Nd4j.class.getResourceAsStream(PROPERTIES)) {
      if (file != null) {
        properties.load(file);
      }
    } catch (IOException e) {
      // The version is for the record alone.
      LOG.warn("cannot read {} from ND4J's library", PROPERTIES, e);
    }
    return properties.getProperty("version", "of unknown version");
  }
}
