package org.dartboard.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dartboard.checkpoint.RunFolderException;
import org.dartboard.run.FinishedSearch;
import org.dartboard.run.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dartboard ledger add}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Adds the supernet searches that ended in some folders to the ledger: cell, configuration,"
          + " what they ran with, and the log.",
      "Searches on generated images are refused.",
      "A search that the ledger has already is passed over if it came to the same; if not, that is"
          + " an error, and nothing is added. Where writing fails, the error says what was added."
    })
final class LedgerAddCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "A folder that 'dartboard search --out' was given.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--ledger",
      paramLabel = "DIR",
      description = "Default: reports/ledger in the checkout.")
  private @Nullable Path ledger;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    List<FinishedSearch> searches = new ArrayList<>();
    List<String> defects = new ArrayList<>();
    for (Path folder : folders) {
      try {
        searches.add(FinishedSearch.read(folder));
      } catch (RunFolderException e) {
        defects.add(String.valueOf(e.getMessage()));
      }
    }
    if (!defects.isEmpty()) {
      throw new BadInputException(String.join("\n", defects) + "\nNothing was added.");
    }
    Path place = ledger == null ? Home.find().ledger() : ledger;
    int added = Ledger.open(place).add(searches);
    Objects.requireNonNull(spec)
        .commandLine()
        .getOut()
        .printf("%d of %d searches are new in %s%n", added, searches.size(), place);
    return ExitCode.DONE;
  }
}
