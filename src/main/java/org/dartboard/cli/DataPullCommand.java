package org.dartboard.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dartboard.download.Fetcher;
import org.dartboard.download.Mirror;
import org.dartboard.importing.DataSet;
import org.dartboard.importing.DataSets;
import org.dartboard.importing.Pull;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dartboard data pull}: fetches data sets. */
@Command(
    name = "pull",
    mixinStandardHelpOptions = true,
    description = {
      "Downloads data sets and converts them to what the program reads.",
      "What is there already is checked and kept. A download that broke off goes on where it"
          + " stopped when the command is given again."
    })
final class DataPullCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      description = "Data sets, as 'data status' lists them. Default: nasbench201 cifar-10.")
  private List<String> names = List.of();

  @Option(
      names = "--mirror",
      paramLabel = "DIR|URL",
      description =
          "Take the files from a folder or web server that has copies, and from nowhere else.")
  private @Nullable String mirror;

  @Option(
      names = "--into",
      paramLabel = "DIR",
      description =
          "The folder for the data. Default: that of DARTBOARD_DATA, else nasbench201-data.")
  private @Nullable Path into;

  @Option(names = "--replace", description = "Overwrite files that are there and are not right.")
  private boolean replace;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    DataSets sets = DataSets.known();
    List<DataSet> selected = DataNames.select(sets, names.isEmpty() ? DataSets.USUAL : names);
    Optional<Mirror> asked = Optional.ofNullable(mirror).map(DataPullCommand::mirror);
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    List<String> problems;
    try (PullProgress progress = new PullProgress(err);
        Fetcher fetcher = Fetcher.create(System.getenv(), progress)) {
      Path root = DataNames.folders(into).first();
      problems = new Pull(fetcher, root, asked, replace, progress).run(selected);
    }
    if (problems.isEmpty()) {
      return ExitCode.DONE;
    }
    problems.forEach(problem -> err.println("dartboard: " + problem));
    err.println(
        "dartboard: not all was fetched ("
            + problems.size()
            + (problems.size() == 1 ? " problem" : " problems")
            + "). What is there was kept; give the command again to go on.");
    return ExitCode.FAILED;
  }

  private static Mirror mirror(String text) {
    try {
      return Mirror.parse(text);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }
}
