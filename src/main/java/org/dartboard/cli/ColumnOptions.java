package org.dartboard.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dartboard.table.AccuracyKey;
import org.dartboard.table.Dataset;
import org.dartboard.table.Epochs;
import org.dartboard.table.IllegalQueryException;
import org.dartboard.table.Split;
import picocli.CommandLine.Option;

/** Which accuracy a command is about; all three are required, since no default would be safe. */
final class ColumnOptions {
  @Option(
      names = "--dataset",
      required = true,
      paramLabel = "NAME",
      description = "cifar10-valid, cifar10, cifar100 or ImageNet16-120.")
  private String dataset = "";

  @Option(
      names = "--split",
      required = true,
      paramLabel = "NAME",
      description = "valid, test or valtest.")
  private String split = "";

  @Option(
      names = "--epochs",
      required = true,
      paramLabel = "N",
      description = "Length of training: 12 or 200.")
  private String epochs = "";

  /**
   * The accuracy that the options name.
   *
   * @throws BadInputException naming every option that cannot be read
   */
  AccuracyKey key() {
    List<String> problems = new ArrayList<>();
    Optional<Dataset> set = read(problems, Dataset::parse, dataset);
    Optional<Split> part = read(problems, Split::parse, split);
    Optional<Epochs> length = read(problems, Epochs::parse, epochs);
    if (!problems.isEmpty()) {
      throw new BadInputException(String.join("\n", problems));
    }
    return new AccuracyKey(set.orElseThrow(), part.orElseThrow(), length.orElseThrow());
  }

  private static <T> Optional<T> read(
      List<String> problems, Function<String, T> parser, String text) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalQueryException e) {
      problems.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
