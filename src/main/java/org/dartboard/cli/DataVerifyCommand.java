package org.dartboard.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dartboard.importing.DataSet;
import org.dartboard.importing.DataSets;
import org.dartboard.importing.Inspection;
import org.dartboard.io.DataFolders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dartboard data verify}: reads data sets and compares them with what was published. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Reads data sets and compares every value with the digests of what was published. Ends"
            + " with 2 if one is damaged, with 3 if one that was named is absent.")
final class DataVerifyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Data sets. Default: those that are there.")
  private List<String> names = List.of();

  @Option(
      names = "--in",
      paramLabel = "DIR",
      description = "Look in this folder instead of the usual ones.")
  private @Nullable Path in;

  @Mixin private Output output = new Output(OutputFormat.TEXT);

  @Override
  public Integer call() {
    DataSets sets = DataSets.known();
    List<DataSet> selected = names.isEmpty() ? sets.all() : DataNames.select(sets, names);
    DataFolders folders = DataNames.folders(in);
    Listing listing = new Listing("name", "state", "place", "note");
    int code = ExitCode.DONE;
    for (DataSet data : selected) {
      Inspection found = data.inspect(folders, true);
      listing.add(
          data.name(),
          found.condition().toString(),
          found.found().map(Path::toString).orElse(""),
          found.note());
      if (found.condition() == Inspection.Condition.DAMAGED) {
        code = ExitCode.BAD_INPUT;
      } else if (found.condition() == Inspection.Condition.ABSENT
          && !names.isEmpty()
          && code == ExitCode.DONE) {
        code = ExitCode.MISSING_DATA;
      }
    }
    output.print(listing);
    return code;
  }
}
