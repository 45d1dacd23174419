package org.dartboard.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dartboard.importing.DataSet;
import org.dartboard.importing.DataSets;
import org.dartboard.importing.Inspection;
import org.dartboard.io.DataFolders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dartboard data status}: says of each data set whether it is there. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description =
        "Says of each data set whether it is there, where it was looked for, its licence and how"
            + " to get it. 'data verify' reads and checks all of it.")
final class DataStatusCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Data sets. Default: all.")
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
    if (output.format() == OutputFormat.TEXT) {
      selected.forEach(data -> print(data, data.inspect(folders, false)));
      output.writer().flush();
    } else {
      Listing listing =
          new Listing(
              "name", "state", "bytes", "place", "looked_for", "note", "licence", "source", "get");
      selected.forEach(data -> add(listing, data, data.inspect(folders, false)));
      output.print(listing);
    }
    return ExitCode.DONE;
  }

  private void print(DataSet data, Inspection found) {
    PrintWriter out = output.writer();
    out.printf("%s: %s%n", data.name(), found.condition());
    out.printf("  %s%n", data.title());
    if (found.found().isPresent()) {
      out.printf("  %-11s %s, %s%n", "place", found.found().get(), Sizes.text(found.bytes()));
    } else {
      out.printf("  %-11s %s%n", "looked for", lookedFor(found));
    }
    if (!found.note().isEmpty()) {
      out.printf("  %-11s %s%n", "note", found.note());
    }
    out.printf("  %-11s %s%n", "licence", data.licence());
    out.printf("  %-11s %s%n", "source", data.home());
    out.printf("  %-11s %s%n", "to get it", data.howToGet());
    out.println();
  }

  private static void add(Listing listing, DataSet data, Inspection found) {
    listing.add(
        data.name(),
        found.condition().toString(),
        found.bytes(),
        found.found().map(Path::toString).orElse(""),
        lookedFor(found),
        found.note(),
        data.licence(),
        data.home(),
        data.howToGet());
  }

  private static String lookedFor(Inspection found) {
    return found.lookedFor().stream().map(Path::toString).collect(Collectors.joining(", "));
  }
}
