package org.dartboard.cli;

import java.io.PrintWriter;

/** The words that no one can miss where something stands in for published data. */
final class StandIn {
  private StandIn() {}

  static void warn(PrintWriter err, String words) {
    String line = "*".repeat(72);
    err.println(line);
    err.println("dartboard: " + words);
    err.println(line);
    err.flush();
  }
}
