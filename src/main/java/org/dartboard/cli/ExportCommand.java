package org.dartboard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.dartboard.data.Augmentation;
import org.dartboard.data.BatchMaker;
import org.dartboard.data.Cifar10;
import org.dartboard.data.DataException;
import org.dartboard.data.ImageSet;
import org.dartboard.data.Normalization;
import org.dartboard.dl4j.ModelFile;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.io.DataFolders;
import org.dartboard.io.MissingDataException;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Cell;
import org.dartboard.table.TablePart;
import org.dartboard.training.CellNetwork;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dartboard export}: a network of one architecture as another library's model. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the network of one architecture, as the benchmark builds it, as a model file of"
          + " deeplearning4j. The weights are those that a training of it with the seed starts from.",
      "With --from they are those that a finished training left, and so is the network.",
      "The file is read again, and its outputs are compared with the engine's; one that differs does"
          + " not take the place of --out."
    })
final class ExportCommand implements Callable<Integer> {
  private static final double TOLERANCE = 1e-4;
  private static final int BATCH = 64;

  private static final String FOR_AN_ACCURACY =
      "--evaluate measures the accuracy on CIFAR-10's test images, which on generated images would be"
          + " another figure. Without --evaluate the model is written all the same";

  /** What the folder of a training says, or what has no meaning beside it. */
  private static final List<String> NOT_WITH_FROM =
      List.of(
          "--arch",
          "--index",
          "--seed",
          "--width",
          "--cells",
          "--image-size",
          "--classes",
          "--data");

  @ArgGroup(multiplicity = "0..1")
  private @Nullable ArchitectureOption architecture;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description =
          "In place of an architecture: the folder of a finished training, as train's --out."
              + " Network, weights and running statistics are the training's.")
  private @Nullable Path from;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      defaultValue = "dl4j",
      description = "dl4j. Default: ${DEFAULT-VALUE}.")
  private ExportFormat format = ExportFormat.DL4J;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "The model file; replaced if it is there. Default: exports/CODE.zip in the checkout, or"
              + " with --from the name of the training's folder in place of CODE.")
  private @Nullable Path out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "The seed of the training whose first weights are taken. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin private TableAccess tables = new TableAccess();

  @Mixin private NetworkOptions size = new NetworkOptions();

  @Option(
      names = "--evaluate",
      paramLabel = "N",
      description = {
        "Evaluate the file with deeplearning4j on the first N of CIFAR-10's 10,000 test images."
      })
  private @Nullable Integer evaluate;

  @Override
  public Integer call() throws IOException {
    CellNetwork network = from == null ? untrained() : trained(from);
    BatchMaker images = evaluate == null ? null : testImages(network, evaluate);
    Path file = out == null ? usualPlace(network.cell()) : out;
    double difference = new ComparedExport(network, TOLERANCE).write(file);
    Double accuracy =
        images == null ? null : ModelFile.accuracy(file, images, network.spec().classes());
    print(network, file, difference, accuracy);
    return ExitCode.DONE;
  }

  private Path usualPlace(Cell cell) {
    String name =
        from == null ? cell.code() : from.toAbsolutePath().normalize().getFileName().toString();
    return Home.find().exports().resolve(name + ".zip");
  }

  private CellNetwork untrained() {
    if (architecture == null) {
      throw new BadInputException(
          "give --arch or --index, or --from for the network of a finished training");
    }
    Cell cell = architecture.cell(() -> tables.load(Set.of(TablePart.ARCHITECTURES)));
    return CellNetwork.untrained(cell, size.spec(cell), seed, Normalization.CIFAR_10);
  }

  private CellNetwork trained(Path folder) throws IOException {
    List<String> given = size.given(NOT_WITH_FROM);
    if (!given.isEmpty()) {
      throw new BadInputException(
          "--from takes no %s: the folder of the training says what the network is"
              .formatted(String.join(", ", given)));
    }
    return CellNetwork.trained(folder);
  }

  private void print(CellNetwork network, Path file, double difference, @Nullable Double accuracy)
      throws IOException {
    Listing listing =
        new Listing("arch", "file", "bytes", "weights", "classes", "difference", "accuracy");
    listing.add(
        network.cell().toString(),
        file.toString(),
        Files.size(file),
        network.weights().capacity(),
        network.spec().classes(),
        difference,
        accuracy);
    listing.printOne(size.writer(), OutputFormat.TEXT);
  }

  private static BatchMaker testImages(CellNetwork network, int count)
      throws DataException, MissingDataException {
    SupernetSpec spec = network.spec();
    if (!network.normalization().equals(Normalization.CIFAR_10)) {
      throw new BadInputException(
          "--evaluate has CIFAR-10's test images, but the network was trained on others");
    }
    if (count < 1 || count > 10_000 || spec.classes() != Cifar10.CLASSES) {
      throw new BadInputException(
          "--evaluate takes 1 to 10000 images and a network of 10 classes, not %d and %d"
              .formatted(count, spec.classes()));
    }
    if (spec.imageSize() != 32 && spec.imageSize() != 16) {
      throw new BadInputException(
          "--evaluate has images of 32 or, halved, 16 pixels, not " + spec.imageSize());
    }
    DataFolders folders = DataFolders.of(System.getenv(), Home.find().folder());
    ImageSet full = Cifar10.test(RealImages.require(folders, FOR_AN_ACCURACY));
    return new BatchMaker(
        spec.imageSize() == 16 ? full.halved() : full,
        IntStream.range(0, count).toArray(),
        Math.min(BATCH, count),
        BatchMaker.Order.SEQUENTIAL,
        Augmentation.NONE,
        Normalization.CIFAR_10,
        new RandomStreams("export", 0));
  }
}
