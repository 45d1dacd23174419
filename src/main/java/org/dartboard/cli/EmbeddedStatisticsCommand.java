package org.dartboard.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dartboard.embedded.EmbeddedStatistics;
import org.dartboard.io.DataFolders;
import org.dartboard.table.EmbeddedTable;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TableLocation;
import org.dartboard.table.TableMissingException;
import org.dartboard.table.TablePart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dartboard embedded statistics}: what the embedded table is like. */
@Command(
    name = "statistics",
    mixinStandardHelpOptions = true,
    description =
        "Prints spread, noise between seeds, best cell, skip-only cells and, where NAS-Bench-201"
            + " is there, the rank correlation with it.")
final class EmbeddedStatisticsCommand implements Callable<Integer> {
  @Option(
      names = "--in",
      paramLabel = "DIR",
      description = "The table's folder. Default: nasbench201-data/embedded in the checkout.")
  private @Nullable Path folder;

  @Mixin private Output output = new Output(OutputFormat.TEXT);

  @Override
  public Integer call() throws IOException {
    Path home = Home.find().folder();
    Path place =
        folder == null ? home.resolve(DataFolders.OWN).resolve(EmbeddedTable.FOLDER) : folder;
    EmbeddedStatistics statistics = new EmbeddedStatistics(EmbeddedTable.read(place));
    Map<String, String> facts = new LinkedHashMap<>(statistics.ofTheTable());
    try {
      Path published = TableLocation.find(home, System.getenv());
      facts.putAll(statistics.against(Nb201Table.load(published, Set.of(TablePart.ACCURACIES))));
    } catch (TableMissingException e) {
      facts.put("rank correlation with NAS-Bench-201", "not computed: the table is not there");
    }
    Listing listing = new Listing("what", "value");
    facts.forEach(listing::add);
    output.print(listing);
    return ExitCode.DONE;
  }
}
