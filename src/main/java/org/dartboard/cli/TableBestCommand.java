package org.dartboard.cli;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.dartboard.table.AccuracyColumn;
import org.dartboard.table.AccuracyKey;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TablePart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dartboard table best}: the architectures with the highest accuracy. */
@Command(
    name = "best",
    mixinStandardHelpOptions = true,
    description =
        "Prints the architectures with the highest mean accuracy; the lower index first in a tie.")
final class TableBestCommand implements Callable<Integer> {
  @Mixin private ColumnOptions column = new ColumnOptions();

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "How many. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private int top = 1;

  @Mixin private TableAccess tables = new TableAccess();

  @Mixin private Output output = new Output(OutputFormat.TEXT);

  @Override
  public Integer call() {
    if (top < 1 || top > Nb201Table.SIZE) {
      throw new BadInputException("--top is " + top + ", not 1 to " + Nb201Table.SIZE);
    }
    AccuracyKey key = column.key();
    Nb201Table table = tables.load(Set.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES));
    AccuracyColumn accuracies = table.column(key);
    Listing listing = new Listing("rank", "index", "arch", "accuracy");
    int[] rank = {0};
    IntStream.range(0, Nb201Table.SIZE)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer index) -> -accuracies.get(index))
                .thenComparingInt(index -> index))
        .limit(top)
        .forEach(
            index ->
                listing.add(++rank[0], index, table.cell(index).toString(), accuracies.get(index)));
    output.print(TableAccess.marked(listing, table));
    return ExitCode.DONE;
  }
}
