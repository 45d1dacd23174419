package org.dartboard.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Cell;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The size of a network of one architecture; the benchmark's own where nothing is said. */
final class NetworkOptions {
  private static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";

  @Option(
      names = "--width",
      paramLabel = "N",
      defaultValue = "16",
      description = "Channels of the first stage." + DEFAULT)
  private int width;

  @Option(
      names = "--cells",
      paramLabel = "N",
      defaultValue = "5",
      description = "Cells in each of the three stages." + DEFAULT)
  private int cells;

  @Option(
      names = "--image-size",
      paramLabel = "N",
      defaultValue = "32",
      description = "Height and width of the images, a multiple of 4." + DEFAULT)
  private int imageSize;

  @Option(
      names = "--classes",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many classes the network tells apart." + DEFAULT)
  private int classes;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /**
   * The network of a cell.
   *
   * @throws org.dartboard.engine.SupernetSpecException naming everything that is out of range
   */
  SupernetSpec spec(Cell cell) {
    return SupernetSpec.discrete(cell, width, cells, imageSize, classes);
  }

  /** Those of some options that were given on the command line, whatever their values. */
  List<String> given(List<String> options) {
    return options.stream()
        .filter(Objects.requireNonNull(command).commandLine().getParseResult()::hasMatchedOption)
        .toList();
  }

  PrintWriter writer() {
    return Objects.requireNonNull(command).commandLine().getOut();
  }
}
