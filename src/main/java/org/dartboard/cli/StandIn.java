package org.dartboard.cli;

import java.io.PrintWriter;

/** The words that no one can miss where something stands in for published data. */
final class StandIn {
  /** What is said where generated images take the place of CIFAR-10. */
  static final String IMAGES =
      "GENERATED IMAGES, NOT CIFAR-10: CIFAR-10 is not there, so networks see images that Dartboard"
          + " draws. What comes out says nothing about CIFAR-10. 'dartboard data pull cifar-10'"
          + " gets the published images";

  private StandIn() {}

  static void warn(PrintWriter err, String words) {
    String line = "*".repeat(72);
    err.println(line);
    err.println("dartboard: " + words);
    err.println(line);
    err.flush();
  }
}
