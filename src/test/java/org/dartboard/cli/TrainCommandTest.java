package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dartboard.data.Cifar10;
import org.dartboard.data.CifarSplit;
import org.dartboard.io.DataFolders;
import org.dartboard.io.ProcessLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainCommandTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void aSmokeTrainingPrintsOneObjectAndTheSameAgain() {
    assumeImages();
    Invocation run = train("--arch", "132430", "--epochs", "2", "--seed", "5");
    assertEquals(ExitCode.DONE, run.code(), run::err);
    JsonNode result = JsonMapper.shared().readTree(run.out());
    assertEquals(
        "|skip_connect~0|+|nor_conv_3x3~0|nor_conv_1x1~1|"
            + "+|avg_pool_3x3~0|nor_conv_3x3~1|none~2|",
        result.get("arch").asString());
    assertEquals(2, result.get("epochs").asInt());
    assertEquals(5, result.get("seed").asInt());
    double accuracy = result.get("validation_accuracy").asDouble();
    assertTrue(accuracy >= 0 && accuracy <= 100);
    // The benchmark has no figures for two epochs.
    assertTrue(result.get("table_accuracy").isNull());
    assertEquals("onednn", result.get("engine").asString());
    assertEquals("fp32", result.get("precision").asString());
    assertTrue(Files.exists(folder.resolve("log.csv")));

    Invocation again = train("--arch", "132430", "--epochs", "2", "--seed", "5", "--resume");
    assertEquals(run.out(), again.out());
    Invocation other = train("--arch", "132430", "--epochs", "3", "--seed", "5");
    assertEquals(ExitCode.BAD_INPUT, other.code());
    assertTrue(other.err().contains("epochs is 2 there, 3 here"), other::err);
  }

  @Test
  void aTrainingOnGeneratedImagesSaysSo() {
    Invocation run = train("--arch", "132430", "--epochs", "1", "--data", "embedded");
    assertEquals(ExitCode.DONE, run.code(), run::err);
    assertTrue(run.err().contains("GENERATED IMAGES, NOT CIFAR-10"), run::err);
    JsonNode result = JsonMapper.shared().readTree(run.out());
    assertEquals("generated, not CIFAR-10", result.get("images").asString());
    assertFalse(result.has("note"), "the stand-in's networks saw the same images");
  }

  @Test
  void aFolderThatAnotherProcessIsAtWorkOnIsLeftAlone() throws IOException {
    String[] options = {"--arch", "132430", "--epochs", "1", "--data", "embedded"};
    try (ProcessLock other = ProcessLock.take(folder.resolve(".lock")).orElseThrow()) {
      Invocation run = train(options);
      assertEquals(ExitCode.BAD_INPUT, run.code());
      assertTrue(run.err().contains("another process is at work on " + folder), run::err);
      assertTrue(run.err().contains("give the command again"), run::err);
      assertFalse(Files.exists(folder.resolve("configuration.json")));
    }
    Invocation run = train(options);
    assertEquals(ExitCode.DONE, run.code(), run::err);
  }

  @Test
  void whatCannotBeIsNamedTogether() {
    Invocation run =
        train("--arch", "132430", "--epochs", "0", "--width", "0", "--image-size", "30");
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("--epochs is 0"), run::err);
    assertTrue(run.err().contains("--width is 0"), run::err);
    assertTrue(run.err().contains("--image-size is 30"), run::err);
    assertFalse(run.err().contains("\tat "), run::err);
  }

  @Test
  void aNetworkThatNoMemoryHoldsIsRefused() {
    Invocation run = train("--arch", "132430", "--width", "100000000");
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("width 100000000 with"), run::err);
  }

  @Test
  void anArchitectureThatIsNoneIsRefused() {
    Invocation run = train("--arch", "|conv~0|");
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("conv~0"), run::err);
  }

  @Test
  void anUnknownDatasetIsAnsweredWithThoseThatThereAre() {
    Invocation run = train("--arch", "132430", "--dataset", "cifar100");
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("[cifar10-valid, cifar10]"), run::err);
  }

  @Test
  void aClaimWithoutTrainingsIsRefused() {
    Invocation train = Invocation.of("train", "--claim", "darts");
    assertEquals(ExitCode.BAD_INPUT, train.code());
    assertTrue(train.err().contains("'darts' has no claim that trains cells"), train::err);
  }

  @Test
  void aClaimIsTrainedInNoPrecisionThatItsFileDoesNotCount() {
    Invocation train = Invocation.of("train", "--claim", "single-stage", "--precision", "bf16");
    assertEquals(ExitCode.BAD_INPUT, train.code());
    assertTrue(train.err().contains("counts no training in bf16, only in fp32"), train::err);
  }

  @Test
  void thereAreNoMoreThreadsThanCores() {
    Invocation train = Invocation.of("train", "--claim", "training", "--threads", "77");
    assertEquals(ExitCode.BAD_INPUT, train.code());
    assertTrue(train.err().contains("--threads is 77, not 1 to "), train::err);
  }

  @Test
  void thereMustBeATrainingToGoOnWith() {
    Invocation run = train("--arch", "132430", "--resume");
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("holds no training to go on with"), run::err);
  }

  private Invocation train(String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of("train", "--profile", "smoke", "--format", "json", "--out", folder.toString()));
    arguments.addAll(List.of(options));
    return Invocation.of(arguments.toArray(new String[0]));
  }

  private static void assumeImages() {
    DataFolders folders = DataFolders.of(System.getenv(), Home.find().folder());
    assumeTrue(
        folders.lookUp(Cifar10.FOLDER).isPresent() && folders.lookUp(CifarSplit.FOLDER).isPresent(),
        "CIFAR-10 and the benchmark's split are needed; set " + DataFolders.VARIABLE);
  }
}
