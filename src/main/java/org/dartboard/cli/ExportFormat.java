package org.dartboard.cli;

/** What a network can be exported as. */
enum ExportFormat {
  /** A model file of deeplearning4j. */
  DL4J
}
