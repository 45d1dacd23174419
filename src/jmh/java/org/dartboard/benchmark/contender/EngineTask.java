package org.dartboard.benchmark.contender;

import java.nio.FloatBuffer;

/** One kind of work on an engine. */
interface EngineTask {
  /** Does it once. Returns the loss before any step. */
  double run();

  /** The last dL/dw, laid out as w; empty where the work has none. */
  FloatBuffer weightGradient();

  /** The last gradient by [edge][operation]; empty where the work has none. */
  double[] operationGradient();
}
