package org.dartboard.cli;

import org.dartboard.table.AccuracyColumn;
import org.dartboard.table.Dataset;
import org.dartboard.table.Epochs;
import org.dartboard.table.Nb201Table;
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

  Dataset dataset() {
    return Dataset.parse(dataset);
  }

  Split split() {
    return Split.parse(split);
  }

  Epochs epochs() {
    return Epochs.parse(epochs);
  }

  AccuracyColumn of(Nb201Table table) {
    return table.column(dataset(), split(), epochs());
  }
}
