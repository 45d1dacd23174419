package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dartboard.testing.RealData;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  /** All 10,000 images, by DL4J's own evaluation. */
  @Test
  void theFileIsEvaluatedOnRealTestImages() {
    RealData.assumeCifar10();
    Invocation run =
        export(
            folder.resolve("model.zip"),
            "--width",
            "1",
            "--cells",
            "1",
            "--image-size",
            "16",
            "--evaluate",
            "10000");

    assertEquals(0, run.code(), run::err);
    String accuracy =
        run.out().lines().filter(line -> line.startsWith("accuracy")).findFirst().orElseThrow();
    double percent = Double.parseDouble(accuracy.split(" +")[1]);
    assertTrue(percent > 4 && percent < 25, () -> percent + " % with random weights");
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
  void anotherFormatIsRefused() {
    Invocation run = export(folder.resolve("model.onnx"), "--format", "onnx");

    assertEquals(2, run.code());
    assertTrue(run.err().contains("onnx"), run::err);
  }

  private static Invocation export(Path file, String... options) {
    List<String> arguments = new ArrayList<>(List.of("export", "--arch", "314203"));
    arguments.addAll(List.of("--out", file.toString()));
    arguments.addAll(List.of(options));
    return Invocation.of(arguments.toArray(String[]::new));
  }
}
