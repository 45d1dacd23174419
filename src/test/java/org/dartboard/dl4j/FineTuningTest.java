package org.dartboard.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dartboard.data.Augmentation;
import org.dartboard.data.BatchMaker;
import org.dartboard.data.GeneratedImages;
import org.dartboard.data.ImageSet;
import org.dartboard.data.Normalization;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.RandomCase;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Cell;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

class FineTuningTest {
  @TempDir private Path folder;

  @Test
  void theExampleTeachesAnExportedModelAndWritesIt() throws IOException {
    ImageSet images = GeneratedImages.of(256, 8, 3, 1);
    SupernetSpec spec = SupernetSpec.discrete(Cell.ofCode("313410"), 4, 1, 8, 3);
    RandomCase call = RandomCase.of("", spec, Knobs.EVALUATION, 1, 1);
    Path model = folder.resolve("model.zip");
    Path tuned = folder.resolve("tuned.zip");
    Dl4jExport.write(Parity.graph(call), Normalization.CIFAR_10, model);

    double before = Parity.graph(call).<Evaluation>evaluate(test(images)).accuracy();
    Evaluation after =
        FineTuning.tune(
            model.toFile(),
            FineTuning.iterator(images, BatchMaker.Order.SHUFFLED, Augmentation.NONE),
            test(images),
            8,
            tuned.toFile());

    // Chance is a third; four standard deviations of 256 draws are 0.12.
    assertTrue(before < 0.5, () -> before + " before");
    assertTrue(after.accuracy() > 0.8, () -> after.accuracy() + " after");
    assertEquals(256, after.getNumRowCounter());
    Evaluation read =
        ModelSerializer.restoreComputationGraph(tuned.toFile()).evaluate(test(images));
    assertEquals(after.getConfusion(), read.getConfusion());
  }

  @Test
  void theDocumentationShowsTheExampleAsItIs() throws IOException {
    String source = Files.readString(Path.of("src/test/java/org/dartboard/dl4j/FineTuning.java"));
    String page = Files.readString(Path.of("docs/dl4j.md"));

    assertTrue(page.contains("```java\n" + source + "```"), "docs/dl4j.md shows other code");
  }

  private static DataSetIterator test(ImageSet images) {
    return FineTuning.iterator(images, BatchMaker.Order.SEQUENTIAL, Augmentation.NONE);
  }
}
