package org.dartboard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dartboard.data.ImageSource;
import org.dartboard.engine.Precision;
import org.dartboard.engine.SupernetFactory;
import org.dartboard.io.DataFolders;
import org.dartboard.io.ProcessLock;
import org.dartboard.space.Cell;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TableMissingException;
import org.dartboard.table.TablePart;
import org.dartboard.training.Training;
import org.dartboard.training.TrainingData;
import org.dartboard.training.TrainingFolder;
import org.dartboard.training.TrainingResult;
import org.dartboard.training.TrainingSet;
import org.dartboard.training.TrainingTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dartboard train}: one cell from scratch, by the benchmark's recipe. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Trains one cell from scratch by NAS-Bench-201's recipe and shows its accuracy beside the"
          + " table's.",
      "The folder --out gets the log, a checkpoint after each epoch and the result. A training that"
          + " was stopped goes on from its checkpoint when the same command is given again, and"
          + " ends with the same weights.",
      "With --claim it works off the trainings of a claim, each in a folder of its own under"
          + " trainings/, and can be stopped and given again at any time. Several may run at once, in"
          + " several terminals: each takes the next training that no other is at work on."
    })
final class TrainCommand implements Callable<Integer> {
  @Option(
      names = "--arch",
      paramLabel = "STRING",
      description =
          "The architecture: a string such as '|skip_connect~0|+|none~0|none~1|+...', or an op"
              + " code of six digits.")
  private @Nullable String architecture;

  @Option(
      names = "--claim",
      paramLabel = "CLAIM",
      description =
          "In place of --arch: all trainings that a paper's or a paper/claim's file asks for and"
              + " the ledger lacks, one after another; each is added to the ledger when it ends. In"
              + " the first precision that the file allows and the processor has arithmetic for, or"
              + " the one of --precision.")
  private @Nullable String claim;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description = {
        "cifar10-valid: half of the training images, validated on the other half. cifar10: all"
            + " training images, validated on the test images. Default: ${DEFAULT-VALUE}."
      },
      defaultValue = "cifar10-valid")
  private String dataset = "cifar10-valid";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "All random numbers follow from it. Default: ${DEFAULT-VALUE}.",
      defaultValue = "0")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Default: trainings/DATASET-CODE-EPOCHS-PROFILE-SEED in the checkout.")
  private @Nullable Path out;

  @Option(
      names = "--resume",
      description = "Fail where --out holds no training to go on with, rather than begin one.")
  private boolean resume;

  @Mixin private RecipeOptions recipe = new RecipeOptions();

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Mixin private EngineOptions computation = new EngineOptions();

  @Mixin private TableAccess tables = new TableAccess();

  @Mixin private Output output = new Output(OutputFormat.TEXT);

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    threads.check();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    if (claim != null) {
      requireNothingElse();
      return new TrainingQueue(computation.engine(), precisionGiven(), claim, err).run(output);
    }
    if (architecture == null) {
      throw new BadInputException("give --arch, or --claim for the trainings of a claim");
    }
    TrainingSet set = set();
    Cell cell = ArchitectureOption.cell(architecture);
    DataFolders folders = DataFolders.of(System.getenv(), Home.find().folder());
    ImageSource images = tables.images(folders);
    TrainingTask task = new TrainingTask(cell, recipe.recipe(images), seed);
    SupernetFactory supernets = computation.supernets();
    Path folder =
        out == null
            ? Home.find().folder().resolve("trainings").resolve(name(cell, set, images))
            : out;
    if (resume && !TrainingFolder.holdsTraining(folder)) {
      throw new BadInputException(
          folder + " holds no training to go on with; leave --resume away to begin one");
    }
    Optional<Nb201Table> table = table(err);
    boolean trial = recipe.profile() == TrainingProfile.SMOKE;
    int side = task.recipe().imageSide();
    TrainingData data =
        images.published() ? set.load(folders, side, trial) : set.generated(side, trial);
    try (ProcessLock lock = FolderLock.require(folder)) {
      TrainingFolder place =
          TrainingFolder.open(
              folder, task, data, computation.engine().label(), computation.precision());
      if (place.result().isPresent()) {
        err.println("the training in " + folder + " has ended before; this is its result");
      }
      TrainingResult result = train(task, data, supernets, place, err);
      output.printOne(TrainingListing.of(task, set, result, place.seconds(), table, images));
    }
    return ExitCode.DONE;
  }

  private static TrainingResult train(
      TrainingTask task,
      TrainingData data,
      SupernetFactory supernets,
      TrainingFolder place,
      PrintWriter err)
      throws IOException {
    try (TrainingProgressLines progress =
        new TrainingProgressLines("training " + task.cell().code(), err)) {
      return new Training(task, data, supernets, Training.Validation.EACH_EPOCH)
          .run(place, progress);
    }
  }

  /** A claim's file says what its trainings are. */
  private void requireNothingElse() {
    List<String> given =
        Stream.of(
                "--arch",
                "--epochs",
                "--dataset",
                "--seed",
                "--profile",
                "--width",
                "--cells",
                "--image-size",
                "--out")
            .filter(this::given)
            .toList();
    if (!given.isEmpty()) {
      throw new BadInputException(
          "--claim takes no %s: the claim's file says what is trained"
              .formatted(String.join(", ", given)));
    }
  }

  /** The precision that was asked for; empty where the option was left out. */
  private Optional<Precision> precisionGiven() {
    return given("--precision") ? Optional.of(computation.precision()) : Optional.empty();
  }

  private boolean given(String option) {
    return Objects.requireNonNull(spec).commandLine().getParseResult().hasMatchedOption(option);
  }

  private TrainingSet set() {
    for (TrainingSet set : TrainingSet.values()) {
      if (set.label().equals(dataset)) {
        return set;
      }
    }
    throw new BadInputException(
        "--dataset is '" + dataset + "', not one of " + List.of(TrainingSet.values()));
  }

  private String name(Cell cell, TrainingSet set, ImageSource images) {
    return "%s%s-%s-%d-%s-%d"
        .formatted(
            images.published() ? "" : "generated-",
            set.label(),
            cell.code(),
            recipe.epochs(),
            recipe.profile().label(),
            seed);
  }

  /** Looked for before the training, so that nobody learns after hours that it is not there. */
  private Optional<Nb201Table> table(PrintWriter err) {
    try {
      return Optional.of(tables.load(Set.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES)));
    } catch (TableMissingException e) {
      err.println("dartboard: the result will stand alone: " + e.getMessage());
      err.flush();
      return Optional.empty();
    }
  }
}
