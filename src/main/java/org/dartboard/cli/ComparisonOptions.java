package org.dartboard.cli;

import java.util.ArrayList;
import java.util.List;
import org.dartboard.benchmark.Comparer;
import picocli.CommandLine.Option;

/** How measurements are compared. */
final class ComparisonOptions {
  @Option(
      names = "--min-effect",
      paramLabel = "SHARE",
      defaultValue = "0.05",
      description = "The smallest relative difference that counts. Default: ${DEFAULT-VALUE}.")
  private double minimumEffect;

  @Option(
      names = "--level",
      paramLabel = "P",
      defaultValue = "0.05",
      description = "The intervals' probability of error. Default: ${DEFAULT-VALUE}.")
  private double level;

  /**
   * Compares as the options say.
   *
   * @throws BadInputException naming each option that is out of range
   */
  Comparer comparer() {
    List<String> problems = new ArrayList<>();
    if (!(level > 0 && level < 1)) {
      problems.add("--level is " + level + ", not between 0 and 1");
    }
    if (!(minimumEffect >= 0 && minimumEffect <= 10)) {
      problems.add("--min-effect is " + minimumEffect + ", not from 0 to 10");
    }
    if (!problems.isEmpty()) {
      throw new BadInputException(String.join("\n", problems));
    }
    return new Comparer(level, minimumEffect);
  }
}
