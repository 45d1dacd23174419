package org.dartboard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dartboard.data.ImageSource;
import org.dartboard.engine.SupernetFactory;
import org.dartboard.io.DataFolders;
import org.dartboard.io.ProcessLock;
import org.dartboard.run.FinishedSearch;
import org.dartboard.run.Ledger;
import org.dartboard.search.supernet.SearchData;
import org.dartboard.search.supernet.SearchFolder;
import org.dartboard.search.supernet.SearchPlan;
import org.dartboard.search.supernet.SearchResult;
import org.dartboard.search.supernet.SearchTrial;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.SupernetProfile;
import org.dartboard.search.supernet.SupernetSearch;
import org.dartboard.search.supernet.method.SupernetMethods;
import org.dartboard.space.Cell;
import org.dartboard.space.Operation;
import org.dartboard.table.AccuracyKey;
import org.dartboard.table.Epochs;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TableMissingException;
import org.dartboard.table.TablePart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dartboard search}: one differentiable search, and the found cell's figures. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = {
      "Trains a supernet on CIFAR-10, finds a cell by one method and looks it up in the table.",
      "The folder --out gets the log, times, a checkpoint after each epoch and the result, and at the"
          + " end its curves with the table's figures and charts, as 'dartboard curves' makes them."
          + " A search that was stopped goes on from its checkpoint when the same command is given again,"
          + " and ends with the same bits."
    })
final class SearchCommand implements Callable<Integer> {
  @Option(
      names = "--method",
      required = true,
      paramLabel = "NAME",
      description = "One of ${COMPLETION-CANDIDATES}.",
      completionCandidates = MethodNames.class)
  private String method = "";

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = {
        "smoke: seconds, to show that the path works. desk: a small network on halved images."
            + " paper: the benchmark's own network and images. Default: ${DEFAULT-VALUE}."
      },
      defaultValue = "desk")
  private SupernetProfile profile = SupernetProfile.DESK;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "All random numbers follow from it. Default: ${DEFAULT-VALUE}.",
      defaultValue = "0")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Default: searches/METHOD-PROFILE-SEED in the checkout.")
  private @Nullable Path out;

  @Option(
      names = "--resume",
      description = "Fail where --out holds no search to go on with, rather than begin one.")
  private boolean resume;

  @Mixin private EngineOptions computation = new EngineOptions();

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "A hyper-parameter, in place of the method's own value; may be given several times. An"
              + " unknown name is answered with those that there are.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(
      names = "--record",
      description = "Add the finished search to reports/ledger, as 'dartboard ledger add' does.")
  private boolean record;

  @Mixin private TableAccess tables = new TableAccess();

  @Mixin private Output output = new Output(OutputFormat.TEXT);

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    SupernetMethod chosen = SupernetMethods.named(method);
    if (record && !FinishedSearch.allowsSeed(seed)) {
      throw new BadInputException(
          "--seed is %d, but the ledger takes whole numbers of 0 to %d; give another seed, or"
                  .formatted(seed, FinishedSearch.LARGEST_SEED)
              + " leave --record away");
    }
    DataFolders folders = DataFolders.of(System.getenv(), Home.find().folder());
    ImageSource images = tables.images(folders);
    SearchPlan plan = chosen.plan(trial(), set).on(images);
    SupernetFactory supernets = computation.supernets();
    Path folder =
        out == null ? Home.find().folder().resolve("searches").resolve(name(images)) : out;
    if (record && !images.published()) {
      throw new BadInputException(
          "a search on generated images proves nothing and is not recorded; leave --record away");
    }
    if (resume && !SearchFolder.holdsSearch(folder)) {
      throw new BadInputException(
          folder + " holds no search to go on with; leave --resume away to begin one");
    }
    try (ProcessLock lock = FolderLock.require(folder)) {
      return search(folder, plan, supernets, images, folders, err);
    }
  }

  /**
   * Runs the search or its rest in a folder that no other process writes to.
   *
   * @param folders where CIFAR-10 is
   */
  private int search(
      Path folder,
      SearchPlan plan,
      SupernetFactory supernets,
      ImageSource images,
      DataFolders folders,
      PrintWriter err)
      throws IOException {
    Optional<Nb201Table> table = table(err);
    SearchFolder place = SearchFolder.open(folder, plan);
    SearchResult result = place.result().orElse(null);
    if (result == null) {
      SearchData data =
          images.published() ? SearchData.cifar10(folders, profile) : SearchData.generated(profile);
      try (SearchProgressLines progress = new SearchProgressLines(method, err)) {
        result = SupernetSearch.run(plan, data, supernets, place, progress);
      }
      FinishedSearch.sign(folder, result);
    } else {
      err.println("the search in " + folder + " has ended before; this is its result");
    }
    if (record) {
      Ledger.open(Home.find().ledger()).add(List.of(FinishedSearch.read(folder)));
    }
    Cell cell = result.cell();
    if (cell == null) {
      err.println("dartboard: the search found no cell: it " + result.failure());
      return ExitCode.FAILED;
    }
    if (table.isPresent()) {
      CurveFiles.write(folder, table.get());
    }
    print(result, cell, place.seconds(), table);
    return ExitCode.DONE;
  }

  private SearchTrial trial() {
    return new SearchTrial(
        profile,
        seed,
        "search " + method,
        computation.engine().label(),
        computation.precision().label());
  }

  private String name(ImageSource images) {
    return method + "-" + profile.label() + "-" + seed + (images.published() ? "" : "-generated");
  }

  /** Looked for before the search, so that nobody learns after hours that it is not there. */
  private Optional<Nb201Table> table(PrintWriter err) {
    try {
      return Optional.of(tables.load(Set.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES)));
    } catch (TableMissingException e) {
      err.println("dartboard: the cell will be shown without its accuracy: " + e.getMessage());
      err.flush();
      return Optional.empty();
    }
  }

  private void print(SearchResult result, Cell cell, double seconds, Optional<Nb201Table> table) {
    Listing listing =
        new Listing(
            "method",
            "profile",
            "seed",
            "engine",
            "precision",
            "steps",
            "seconds",
            "arch",
            "index",
            "accuracy",
            "skips");
    listing.add(
        method,
        profile.label(),
        seed,
        computation.engine().label(),
        computation.precision().label(),
        result.steps(),
        seconds,
        cell.toString(),
        table.map(known -> known.index(cell)).orElse(null),
        table.map(known -> accuracies(known, cell)).orElse(null),
        cell.count(Operation.SKIP_CONNECT));
    Listing marked = table.map(known -> TableAccess.marked(listing, known)).orElse(listing);
    output.printOne(TableAccess.marked(marked, result.images()));
  }

  /** Mean accuracies after 200 epochs, in percent, by dataset and split. */
  private static Map<String, Map<String, Double>> accuracies(Nb201Table table, Cell cell) {
    Map<String, Map<String, Double>> accuracies = new LinkedHashMap<>();
    for (AccuracyKey key : AccuracyKey.all()) {
      if (key.epochs() == Epochs.TWO_HUNDRED) {
        accuracies
            .computeIfAbsent(key.dataset().label(), dataset -> new LinkedHashMap<>())
            .put(key.split().label(), table.column(key).get(table.index(cell)));
      }
    }
    return accuracies;
  }

  /** The names that {@code --method} takes. */
  static final class MethodNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return SupernetMethods.all().stream().map(SupernetMethod::name).iterator();
    }
  }
}
