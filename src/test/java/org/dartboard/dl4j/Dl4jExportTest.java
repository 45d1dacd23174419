package org.dartboard.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.data.Augmentation;
import org.dartboard.data.BatchMaker;
import org.dartboard.data.Cifar10;
import org.dartboard.data.DataException;
import org.dartboard.data.DataPosition;
import org.dartboard.data.ImageSet;
import org.dartboard.data.Normalization;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.RandomCase;
import org.dartboard.engine.Slice;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.io.AtomicFiles;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Cell;
import org.dartboard.space.Operation;
import org.dartboard.testing.RealData;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.transferlearning.FineTuneConfiguration;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** Exported networks against the engine on oneDNN. */
class Dl4jExportTest {
  private static final double TOLERANCE = 1e-4;

  @TempDir private Path folder;

  /** Small networks: cells that are easily got wrong, and random ones. */
  static Stream<RandomCase> networks() {
    Stream<Cell> special =
        Stream.concat(
            Stream.of(Operation.values()).map(Cell::uniform),
            // Cut off from its output; nodes that lead nowhere; one node summed twice.
            Stream.of("333000", "330300", "110111").map(Cell::ofCode));
    UniformRandomProvider random = new RandomStreams("export", 0).stream("cells");
    Stream<Cell> drawn = Stream.generate(() -> new Cell(random.nextInt(Cell.COUNT))).limit(24);
    List<Cell> cells = Stream.concat(special, drawn).toList();
    return IntStream.range(0, cells.size()).mapToObj(i -> network(cells.get(i), i));
  }

  private static RandomCase network(Cell cell, int seed) {
    UniformRandomProvider random = new RandomStreams("export", seed).stream("sizes");
    SupernetSpec spec =
        SupernetSpec.discrete(
            cell,
            2 + random.nextInt(4),
            1 + random.nextInt(2),
            4 * (2 + random.nextInt(2)),
            2 + random.nextInt(4));
    return RandomCase.of(cell.toString(), spec, Knobs.TRAINING, 4 + random.nextInt(5), seed);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void outputsInEvaluationAreTheEngines(RandomCase call) {
    Parity.assertSameOutputs(call, Parity.graph(call), TOLERANCE);
  }

  /**
   * The gradients are seen through a step of learning rate 1. Of a batch's variance DL4J keeps what
   * it is; the benchmark and the engines keep the unbiased estimate.
   */
  @ParameterizedTest
  @MethodSource("networks")
  void aTrainingStepIsTheEnginesButForTheBiasOfRunningVariances(RandomCase call) {
    SupernetOutput expected = Parity.engine(call, Knobs.TRAINING);
    ComputationGraph graph =
        new TransferLearning.GraphBuilder(Parity.graph(call))
            .fineTuneConfiguration(
                new FineTuneConfiguration.Builder().updater(new Sgd(1)).l2(0).build())
            .build();

    graph.fit(Parity.dataSet(call));

    assertEquals(expected.loss(), graph.score(), 1e-5);
    for (Slice slice : call.layout().weights().slices()) {
      double[] gradient = Parity.part(expected.weightGradient(), slice);
      double[] before = Parity.part(call.input().weights(), slice);
      double[] after = Parity.values(graph, slice);
      double largest = DoubleStream.of(gradient).map(Math::abs).max().orElseThrow();
      for (int i = 0; i < gradient.length; i++) {
        assertEquals(
            gradient[i], before[i] - after[i], 1e-6 + TOLERANCE * largest, slice.name() + " " + i);
      }
    }
    for (Slice slice : call.layout().state().slices()) {
      double[] before = Parity.part(call.input().state(), slice);
      double[] engine = Parity.part(expected.state(), slice);
      double[] after = Parity.values(graph, slice);
      double numbers = Parity.numbersPerChannel(call, slice);
      double bias = slice.kind() == Slice.Kind.RUNNING_VARIANCE ? (numbers - 1) / numbers : 1;
      for (int i = 0; i < before.length; i++) {
        double kept = (1 - SupernetSpec.MOMENTUM) * before[i];
        double value = kept + bias * (engine[i] - kept);
        assertEquals(value, after[i], 1e-5 * Math.max(1, Math.abs(value)), slice.name() + " " + i);
      }
    }
  }

  @Test
  void theGraphHasTheParametersOfTheNetwork() {
    RandomCase call = network(Cell.uniform(Operation.NOR_CONV_3X3), 1);

    assertEquals(
        call.layout().weights().length() + call.layout().state().length(),
        Parity.graph(call).numParams());
  }

  @Test
  void aFileGivesTheSameModelAndItsNormalisation() throws IOException {
    RandomCase call = network(Cell.ofCode("324130"), 2);
    ComputationGraph graph = Parity.graph(call);
    Path file = folder.resolve("new/model.zip");

    Dl4jExport.write(graph, Normalization.CIFAR_10, file);

    ComputationGraph read = ModelSerializer.restoreComputationGraph(file.toFile());
    assertEquals(graph.params(), read.params());
    assertEquals(graph.getConfiguration(), read.getConfiguration());
    Parity.assertSameOutputs(call, read, TOLERANCE);
    NormalizerStandardize normalizer = ModelSerializer.restoreNormalizerFromFile(file.toFile());
    INDArray pixels = Nd4j.createFromArray(0f, 100f, 255f).reshape(1, 3, 1, 1);
    normalizer.transform(pixels);
    assertEquals(-125.3 / 63, pixels.getDouble(0), 1e-6);
    assertEquals((100 - 123) / 62.1, pixels.getDouble(1), 1e-6);
    assertEquals((255 - 113.9) / 66.7, pixels.getDouble(2), 1e-6);
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aModelMayBeReadByThoseWhoMayReadOtherOutputs() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "POSIX alone");
    Path file = folder.resolve("model.zip");
    Path other = folder.resolve("other");

    Dl4jExport.write(Parity.graph(network(Cell.ofCode("324130"), 2)), Normalization.CIFAR_10, file);
    AtomicFiles.write(other, "text");

    assertEquals(Files.getPosixFilePermissions(other), Files.getPosixFilePermissions(file));
  }

  /** The benchmark's own size, on images of CIFAR-10. */
  @Test
  void outputsOnRealImagesAreTheEngines() throws DataException {
    String code = "424303";
    ImageSet images = Cifar10.test(RealData.assumeCifar10());
    SupernetSpec spec = SupernetSpec.discrete(Cell.ofCode(code), 16, 5, 32, 10);
    RandomCase call = RandomCase.of(code, spec, Knobs.EVALUATION, 2, 5);
    BatchMaker maker =
        new BatchMaker(
            images,
            BatchMaker.all(images),
            2,
            BatchMaker.Order.SHUFFLED,
            Augmentation.NONE,
            Normalization.CIFAR_10,
            new RandomStreams("export", 5));
    maker.make(DataPosition.START, call.batch());

    Parity.assertSameOutputs(call, Parity.graph(call), TOLERANCE);
  }

  @Test
  void networksThatAreNotOfOneArchitectureAreRefused() {
    SupernetSpec search = SupernetSpec.search(4, 1, 8, 3, false);
    SupernetSpec spec =
        new SupernetSpec(
            4, 1, 8, 3, search.operations(), false, false, new PartialChannels.First(2), true);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Dl4jExport.network(spec, FlatBuffers.allocate(1), FlatBuffers.allocate(1)));

    for (String part :
        List.of(
            "edge 5 has 5 operations",
            "not affine",
            "no running statistics",
            "a part of the channels",
            "auxiliary skip")) {
      assertTrue(refused.getMessage().contains(part), refused::getMessage);
    }
  }

  @Test
  void buffersOfAnotherNetworkAreRefused() {
    RandomCase call = network(Cell.ofCode("324130"), 2);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Dl4jExport.network(call.spec(), FlatBuffers.allocate(7), call.input().state()));

    assertTrue(
        refused.getMessage().contains("7 numbers, not the " + call.layout().weights().length()),
        refused::getMessage);
  }
}
