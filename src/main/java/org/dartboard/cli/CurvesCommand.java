package org.dartboard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dartboard.checkpoint.RunFolderException;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TablePart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dartboard curves}: what searches did, epoch by epoch, with the table's figures. */
@Command(
    name = "curves",
    mixinStandardHelpOptions = true,
    description = {
      "Joins the logs of searches with the table and draws them.",
      "Each folder gets curves.csv, a line an epoch, and charts in curves/ as SVG and PNG. Searches"
          + " that have not ended are drawn as far as they are. docs/diagnostics.md says what the"
          + " columns are."
    })
final class CurvesCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "A folder that 'dartboard search --out' was given.")
  private List<Path> folders = new ArrayList<>();

  @Mixin private TableAccess tables = new TableAccess();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Nb201Table table = tables.load(Set.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES));
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<String> defects = new ArrayList<>();
    for (Path folder : folders) {
      try {
        out.println("curves: " + CurveFiles.write(folder, table));
      } catch (RunFolderException e) {
        defects.add(String.valueOf(e.getMessage()));
      }
    }
    if (!defects.isEmpty()) {
      throw new BadInputException(String.join("\n", defects));
    }
    return ExitCode.DONE;
  }
}
