package org.dartboard.benchmark;

import java.nio.file.Path;
import java.util.List;

/** Thrown for a file that is no complete benchmark run; the message names every defect. */
public final class BenchmarkFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BenchmarkFormatException(Path file, List<String> defects) {
    super(file + " is not a benchmark run: " + String.join("; ", defects));
  }
}
