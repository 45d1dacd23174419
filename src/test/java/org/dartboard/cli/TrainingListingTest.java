package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.dartboard.data.ImageSource;
import org.dartboard.space.Cell;
import org.dartboard.table.Dataset;
import org.dartboard.table.EmbeddedFiles;
import org.dartboard.table.EmbeddedTable;
import org.dartboard.table.Epochs;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.Split;
import org.dartboard.table.SyntheticTable;
import org.dartboard.table.TablePart;
import org.dartboard.training.TrainingResult;
import org.dartboard.training.TrainingSet;
import org.dartboard.training.TrainingTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainingListingTest {
  private static final Cell CELL = Cell.ofCode("132430");

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void thePublishedFigureStandsBesideATrainingOnThePublishedImages() {
    JsonNode line = line(published(), ImageSource.CIFAR_10);
    Nb201Table table = published();
    assertEquals(
        table.column(Dataset.CIFAR10_VALID, Split.VALID, Epochs.TWELVE).get(table.index(CELL)),
        line.get("table_accuracy").asDouble());
    assertFalse(line.has("note"));
    assertFalse(line.has("images"));
  }

  @Test
  void noFigureStandsBesideATrainingOnOtherImagesAndTheNoteSaysWhy() throws IOException {
    EmbeddedFiles.write(folder.resolve("embedded"), 1);
    Nb201Table embedded = EmbeddedTable.read(folder.resolve("embedded")).standIn();
    for (JsonNode line :
        new JsonNode[] {
          line(published(), ImageSource.GENERATED), line(embedded, ImageSource.CIFAR_10)
        }) {
      assertTrue(line.get("table_accuracy").isNull(), line::toString);
      assertTrue(line.get("note").asString().contains("saw other images"), line::toString);
    }
    JsonNode same = line(embedded, ImageSource.GENERATED);
    assertFalse(same.get("table_accuracy").isNull(), same::toString);
    assertFalse(same.has("note"), same::toString);
  }

  private Nb201Table published() {
    SyntheticTable.write(folder);
    return SyntheticTable.load(folder, Set.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES));
  }

  private static JsonNode line(Nb201Table table, ImageSource images) {
    TrainingTask task = new TrainingTask(CELL, TrainingProfile.SMOKE.recipe(12, null, null, 8), 0);
    TrainingResult result =
        new TrainingResult("onednn", "fp32", 1, "oneDNN", "AVX2", 12, 1.5, 40, 1.6, 39);
    StringWriter text = new StringWriter();
    TrainingListing.of(task, TrainingSet.CIFAR10_VALID, result, 1, Optional.of(table), images)
        .printOne(new PrintWriter(text), OutputFormat.JSON);
    return JsonMapper.shared().readTree(text.toString());
  }
}
