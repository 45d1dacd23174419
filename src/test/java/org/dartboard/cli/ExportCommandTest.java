package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.dartboard.data.Augmentation;
import org.dartboard.data.Batch;
import org.dartboard.data.BatchMaker;
import org.dartboard.data.Cifar10;
import org.dartboard.data.DataPosition;
import org.dartboard.data.ImageSet;
import org.dartboard.data.Layout;
import org.dartboard.data.ProceduralImages;
import org.dartboard.dl4j.Dl4jExport;
import org.dartboard.dl4j.ImageIterator;
import org.dartboard.dl4j.ModelFile;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.random.RandomStreams;
import org.dartboard.testing.RealData;
import org.dartboard.training.CellNetwork;
import org.dartboard.training.TinyTrainings;
import org.dartboard.training.Trainer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportCommandTest {
  @TempDir private Path folder;

  @Test
  void aModelIsWrittenAndComparedWithTheEngine() throws IOException {
    Path file = folder.resolve("model.zip");
    Invocation run =
        export(file, "--width", "3", "--cells", "1", "--image-size", "8", "--classes", "4");

    assertEquals(0, run.code(), run::err);
    ComputationGraph graph = ModelSerializer.restoreComputationGraph(file.toFile());
    assertEquals(4, graph.getLayer("classifier").getParam("b").length());
    String difference =
        run.out().lines().filter(line -> line.startsWith("difference")).findFirst().orElseThrow();
    assertTrue(Double.parseDouble(difference.split(" +")[1]) < 1e-4, difference);
  }

  @Test
  void withoutAPlaceTheFileIsNamedAfterTheArchitectureOrTheTraining() {
    String before = System.getProperty(Home.PROPERTY);
    System.setProperty(Home.PROPERTY, folder.toString());
    try {
      Invocation untrained =
          Invocation.of(
              "export", "--arch", "314203", "--width", "2", "--cells", "1", "--image-size", "4");
      assertEquals(ExitCode.DONE, untrained.code(), untrained::err);
      Path first = folder.resolve("exports").resolve("314203.zip");
      assertTrue(Files.isRegularFile(first));
      assertTrue(untrained.out().contains(first.toString()), untrained::out);

      Path training = folder.resolve("my training");
      train(training, 1);
      Invocation trained = Invocation.of("export", "--from", training + "/.");
      assertEquals(ExitCode.DONE, trained.code(), trained::err);
      assertTrue(Files.isRegularFile(folder.resolve("exports").resolve("my training.zip")));
    } finally {
      if (before == null) {
        System.clearProperty(Home.PROPERTY);
      } else {
        System.setProperty(Home.PROPERTY, before);
      }
    }
  }

  @Test
  void anotherSeedHasOtherWeights() throws IOException {
    String[] tiny = {"--width", "2", "--cells", "1", "--image-size", "4", "--seed", "1"};
    Path first = folder.resolve("1.zip");
    Path second = folder.resolve("2.zip");
    assertEquals(0, export(first, tiny).code());
    tiny[7] = "2";
    assertEquals(0, export(second, tiny).code());

    assertFalse(
        ModelSerializer.restoreComputationGraph(first.toFile())
            .params()
            .equals(ModelSerializer.restoreComputationGraph(second.toFile()).params()));
  }

  /** DL4J's own evaluation counts as many right answers as the engine gives, but for ties. */
  @Test
  void theFileIsEvaluatedOnRealTestImagesAsTheEngineJudgesThem() throws IOException {
    ImageSet images = Cifar10.test(RealData.assumeCifar10()).halved();
    int count = 1000;
    Path training = folder.resolve("training");
    // With random weights nearly all images would be of the same class.
    train(training, 5, "--data", "nasbench201", "--dataset", "cifar10");
    Invocation run =
        Invocation.of(
            "export",
            "--from",
            training.toString(),
            "--out",
            folder.resolve("model.zip").toString(),
            "--evaluate",
            Integer.toString(count));

    assertEquals(ExitCode.DONE, run.code(), run::err);
    String accuracy =
        run.out().lines().filter(line -> line.startsWith("accuracy")).findFirst().orElseThrow();
    double right = Double.parseDouble(accuracy.split(" +")[1]) * count / 100;
    double[] margins = margins(CellNetwork.trained(training), images, count);
    double tie = 1e-4;
    long ties = DoubleStream.of(margins).filter(margin -> Math.abs(margin) <= tie).count();
    long expected = DoubleStream.of(margins).filter(margin -> margin > tie).count();
    assertTrue(ties <= count / 100, () -> ties + " ties");
    assertTrue(expected > 0, "no right answers");
    assertTrue(
        right > expected - 1e-6 && right < expected + ties + 1e-6,
        () -> right + " right answers, not " + expected + " and up to " + ties + " ties");
  }

  /** By how much the engine's logit of each image's class is above the largest of the others. */
  private static double[] margins(CellNetwork network, ImageSet images, int count) {
    SupernetSpec spec = network.spec();
    int classes = spec.classes();
    Batch batch = Batch.allocate(count, spec.imageSize(), Layout.NHWC);
    new BatchMaker(
            images,
            IntStream.range(0, count).toArray(),
            count,
            BatchMaker.Order.SEQUENTIAL,
            Augmentation.NONE,
            network.normalization(),
            new RandomStreams("export", 0))
        .make(DataPosition.START, batch);
    SupernetOutput output = new SupernetOutput(spec, SupernetLayout.of(spec), count);
    try (OneDnnSupernet engine = new OneDnnSupernet(spec, count)) {
      engine.evaluate(
          new SupernetInput(spec, network.weights(), network.state()),
          Knobs.EVALUATION,
          batch,
          Set.of(),
          output);
    }
    return IntStream.range(0, count)
        .mapToDouble(
            image -> {
              int label = batch.labels()[image];
              double others =
                  IntStream.range(0, classes)
                      .filter(k -> k != label)
                      .mapToDouble(k -> output.logits()[image * classes + k])
                      .max()
                      .orElseThrow();
              return output.logits()[image * classes + label] - others;
            })
        .toArray();
  }

  @Test
  void theWeightsAreThoseThatATrainingWithTheSeedStartsFrom() throws IOException {
    long seed = 7;
    Path file = folder.resolve("model.zip");
    Invocation run =
        Invocation.of(
            "export",
            "--arch",
            TinyTrainings.CELL.code(),
            "--width",
            "4",
            "--cells",
            "1",
            "--image-size",
            Integer.toString(TinyTrainings.SIDE),
            "--classes",
            Integer.toString(TinyTrainings.CLASSES),
            "--seed",
            Long.toString(seed),
            "--out",
            file.toString());

    assertEquals(ExitCode.DONE, run.code(), run::err);
    try (Trainer trainer =
        new Trainer(TinyTrainings.task(2, seed), TinyTrainings.data(), OneDnnSupernet::new)) {
      assertEquals(
          Dl4jExport.network(trainer.spec(), trainer.weights(), trainer.state()).params(),
          ModelSerializer.restoreComputationGraph(file.toFile()).params());
    }
  }

  /** DL4J's own accuracy, and the loss of its probabilities, on the images that were held out. */
  @Test
  void aTrainedNetworkJudgesHeldOutImagesAsItsTrainingDid() throws IOException {
    Path training = folder.resolve("training");
    JsonNode result = train(training, 2);
    Path file = folder.resolve("model.zip");

    Invocation run =
        Invocation.of("export", "--from", training.toString(), "--out", file.toString());

    assertEquals(ExitCode.DONE, run.code(), run::err);
    int count = 96;
    ImageSet images = ProceduralImages.of(ProceduralImages.Part.VALIDATION, count);
    BatchMaker maker =
        new BatchMaker(
            images,
            BatchMaker.all(images),
            count,
            BatchMaker.Order.SEQUENTIAL,
            Augmentation.NONE,
            ProceduralImages.NORMALIZATION,
            new RandomStreams("export", 0));
    assertEquals(
        result.get("validation_accuracy").asDouble(),
        ModelFile.accuracy(file, maker, images.classes()),
        1e-9);
    DataSet batch = new ImageIterator(maker, images.classes()).next();
    INDArray probabilities =
        ModelSerializer.restoreComputationGraph(file.toFile()).outputSingle(batch.getFeatures());
    double loss = 0;
    for (int image = 0; image < count; image++) {
      loss -= Math.log(probabilities.getDouble(image, images.label(image))) / count;
    }
    assertEquals(result.get("validation_loss").asDouble(), loss, 1e-4);
    NormalizerStandardize normalizer = ModelSerializer.restoreNormalizerFromFile(file.toFile());
    assertEquals(
        ProceduralImages.NORMALIZATION.mean().get(0), normalizer.getMean().getDouble(0), 1e-4);
  }

  @Test
  void aTrainingSaysItselfWhatItsNetworkIs() {
    Path file = folder.resolve("model.zip");
    Invocation run =
        export(file, "--from", folder.toString(), "--seed", "0", "--width", "4", "--classes", "10");

    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("--from takes no --arch, --seed, --width, --classes"), run::err);
    assertFalse(Files.exists(file));
  }

  @Test
  void aFolderWithoutAFinishedTrainingIsRefused() throws IOException {
    Path training = folder.resolve("training");
    assertRefusedFrom(training, "holds no training: there is no configuration.json in it");

    train(training, 1);
    Files.delete(training.resolve("result.json"));
    assertRefusedFrom(training, "has not ended: 1 of 1 epochs are done");

    train(training, 1);
    Files.delete(training.resolve("checkpoint.bin"));
    assertRefusedFrom(training, "its checkpoint is gone");

    Files.writeString(training.resolve("configuration.json"), "{\"method\": \"gdas\"}");
    assertRefusedFrom(training, "holds no training: its configuration has no architecture, data");
  }

  @Test
  void aNetworkOfGeneratedImagesIsNotEvaluatedOnOthers() {
    Path training = folder.resolve("training");
    train(training, 1);
    Invocation run =
        Invocation.of(
            "export",
            "--from",
            training.toString(),
            "--out",
            training + ".zip",
            "--evaluate",
            "10");

    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("was trained on others"), run::err);
  }

  @Test
  void anArchitectureOrATrainingMustBeNamed() {
    Invocation run = Invocation.of("export", "--out", folder.resolve("model.zip").toString());

    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("give --arch or --index, or --from"), run::err);
  }

  @Test
  void sizesThatCannotBeAreNamedTogether() {
    Path file = folder.resolve("model.zip");
    Invocation run = export(file, "--width", "0", "--image-size", "30", "--classes", "1");

    assertEquals(2, run.code());
    for (String part : List.of("width 0", "image size 30", "classes 1")) {
      assertTrue(run.err().contains(part), run::err);
    }
    assertFalse(Files.exists(file));
  }

  @Test
  void aNetworkThatNoMemoryHoldsIsRefused() {
    Path file = folder.resolve("model.zip");
    Invocation run = export(file, "--cells", "100000000");

    assertEquals(2, run.code());
    assertTrue(run.err().contains("with 100000000 cells per stage"), run::err);
    assertFalse(Files.exists(file));
  }

  @Test
  void anotherFormatIsRefused() {
    Invocation run = export(folder.resolve("model.onnx"), "--format", "onnx");

    assertEquals(2, run.code());
    assertTrue(run.err().contains("onnx"), run::err);
  }

  private void assertRefusedFrom(Path training, String why) {
    Path file = folder.resolve("model.zip");
    Invocation run =
        Invocation.of("export", "--from", training.toString(), "--out", file.toString());

    assertEquals(ExitCode.BAD_INPUT, run.code(), run::err);
    assertTrue(run.err().contains(training.toString()), run::err);
    assertTrue(run.err().contains(why), run::err);
    assertFalse(Files.exists(file));
  }

  /** A smoke training on generated images, and what it printed. */
  private static JsonNode train(Path training, int epochs) {
    return train(training, epochs, "--data", "embedded");
  }

  private static JsonNode train(Path training, int epochs, String... images) {
    List<String> arguments = new ArrayList<>(List.of("train", "--arch", "132430"));
    arguments.addAll(List.of("--profile", "smoke", "--epochs", Integer.toString(epochs)));
    arguments.addAll(List.of("--format", "json", "--out", training.toString()));
    arguments.addAll(List.of(images));
    Invocation run = Invocation.of(arguments.toArray(String[]::new));
    assertEquals(ExitCode.DONE, run.code(), run::err);
    return JsonMapper.shared().readTree(run.out());
  }

  private static Invocation export(Path file, String... options) {
    List<String> arguments = new ArrayList<>(List.of("export", "--arch", "314203"));
    arguments.addAll(List.of("--out", file.toString()));
    arguments.addAll(List.of(options));
    return Invocation.of(arguments.toArray(String[]::new));
  }
}
