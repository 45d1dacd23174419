package org.dartboard.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dartboard.engine.Precision;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.workload.StepTiming;
import picocli.CommandLine.Option;

/**
 * Which search step is timed, on which engine; read as text so that all errors are named at once.
 */
final class StepOptions {
  private static final int CLASSES = 10;
  private static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "onednn",
      description = "onednn or nd4j." + DEFAULT)
  private String engine = "";

  @Option(
      names = "--precision",
      paramLabel = "NAME",
      defaultValue = "fp32",
      description = "fp32 or bf16." + DEFAULT)
  private String precision = "";

  @Option(
      names = "--width",
      paramLabel = "N",
      defaultValue = "16",
      description = "Channels of the first stage." + DEFAULT)
  private String width = "";

  @Option(
      names = "--cells",
      paramLabel = "N",
      defaultValue = "5",
      description = "Cells in each of the three stages." + DEFAULT)
  private String cells = "";

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "64",
      description = "Images in a batch." + DEFAULT)
  private String batch = "";

  @Option(
      names = "--image-size",
      paramLabel = "N",
      defaultValue = "32",
      description = "Height and width of the images, a multiple of 4." + DEFAULT)
  private String imageSize = "";

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "10",
      description = "Steps that are timed." + DEFAULT)
  private String steps = "";

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "3",
      description = "Steps before those that are timed." + DEFAULT)
  private String warmUp = "";

  /**
   * Runs the steps.
   *
   * @throws BadInputException naming every option that cannot be
   */
  StepTiming measure() {
    List<String> problems = new ArrayList<>();
    Optional<Engines> chosen = named(problems, "--engine", engine, Engines.values());
    Optional<Precision> stored = named(problems, "--precision", precision, Precision.values());
    int channels = number(problems, "--width", width, 1, 1_024, 1);
    int depth = number(problems, "--cells", cells, 1, 64, 1);
    int images = number(problems, "--batch", batch, 1, 4_096, 1);
    int side = number(problems, "--image-size", imageSize, 4, 512, 4);
    int timed = number(problems, "--steps", steps, 1, 999_999, 1);
    int before = number(problems, "--warm-up", warmUp, 0, 999_999, 1);
    if (!problems.isEmpty()) {
      throw new BadInputException(String.join("\n", problems));
    }
    return StepTiming.measure(
        chosen.orElseThrow().supernets(stored.orElseThrow()),
        SupernetSpec.search(channels, depth, side, CLASSES, true),
        images,
        before,
        timed);
  }

  private static <E extends Enum<E>> Optional<E> named(
      List<String> problems, String option, String text, E[] values) {
    Optional<E> found =
        Stream.of(values).filter(value -> value.name().equalsIgnoreCase(text.strip())).findFirst();
    if (found.isEmpty()) {
      String known =
          Stream.of(values)
              .map(value -> value.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(" or "));
      problems.add(option + " is '" + text + "', not " + known);
    }
    return found;
  }

  private static int number(
      List<String> problems, String option, String text, int least, int largest, int factor) {
    if (text.strip().matches("\\d{1,6}")) {
      int value = Integer.parseInt(text.strip());
      if (value >= least && value <= largest && value % factor == 0) {
        return value;
      }
    }
    problems.add(
        "%s is '%s', not a whole number from %d to %d%s"
            .formatted(
                option,
                text,
                least,
                largest,
                factor == 1 ? "" : " that is a multiple of " + factor));
    return least;
  }
}
