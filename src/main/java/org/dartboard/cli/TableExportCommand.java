package org.dartboard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dartboard.io.AtomicFiles;
import org.dartboard.table.AccuracyKey;
import org.dartboard.table.Dataset;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TablePart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dartboard table export}: the whole table, one line an architecture. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Writes every architecture with all accuracies, exact parameters and multiply-adds and"
            + " training times.")
final class TableExportCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write. Default: standard output.")
  private @Nullable Path file;

  @Mixin private TableAccess tables = new TableAccess();

  @Mixin private Output output = new Output(OutputFormat.CSV);

  @Override
  public Integer call() throws IOException {
    Nb201Table table =
        tables.load(Set.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES, TablePart.COSTS));
    Listing listing = TableAccess.marked(listing(table), table);
    if (file == null) {
      output.print(listing);
    } else {
      StringWriter text = new StringWriter();
      listing.print(new PrintWriter(text), output.format());
      AtomicFiles.write(file, text.toString());
    }
    return ExitCode.DONE;
  }

  private static Listing listing(Nb201Table table) {
    boolean times = table.has(TablePart.COSTS);
    List<String> columns = new ArrayList<>(List.of("index", "arch"));
    AccuracyKey.all().forEach(key -> columns.add("accuracy " + key));
    for (Dataset dataset : Dataset.values()) {
      columns.add("parameters " + dataset);
      columns.add("multiply-adds " + dataset);
      if (times) {
        columns.add("seconds per epoch " + dataset);
      }
    }
    Listing listing = new Listing(columns.toArray(String[]::new));
    for (int index = 0; index < Nb201Table.SIZE; index++) {
      listing.add(row(table, index, times).toArray());
    }
    return listing;
  }

  private static List<Object> row(Nb201Table table, int index, boolean times) {
    List<Object> row = new ArrayList<>(List.of(index, table.cell(index).toString()));
    AccuracyKey.all().forEach(key -> row.add(table.column(key).get(index)));
    for (Dataset dataset : Dataset.values()) {
      row.add(table.costs().parameters(index, dataset));
      row.add(table.costs().flops(index, dataset));
      if (times) {
        row.add(table.costs().secondsPerEpoch(index, dataset));
      }
    }
    return row;
  }
}
