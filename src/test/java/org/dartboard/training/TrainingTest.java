package org.dartboard.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dartboard.checkpoint.RunFolderException;
import org.dartboard.engine.Precision;
import org.dartboard.engine.SupernetFactory;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
  private static final SupernetFactory ENGINE = OneDnnSupernet::new;
  private static final TrainingTask TASK = TinyTrainings.task(4, 11);

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void aTrainingThatWasStoppedAnywhereEndsWithTheSameBits() throws IOException {
    Path whole = folder.resolve("whole");
    Path pieces = folder.resolve("pieces");
    TrainingResult expected = run(whole, TrainingListener.NONE);
    // Within an epoch, after one, and when all were trained but before the result was written.
    assertThrows(Stopped.class, () -> run(pieces, stepsThenStop(4)));
    assertThrows(Stopped.class, () -> run(pieces, stepsThenStop(4)));
    assertThrows(Stopped.class, () -> run(pieces, epochThenStop(4)));
    assertFalse(Files.exists(pieces.resolve("result.json")));

    assertEquals(expected, run(pieces, TrainingListener.NONE));
    for (String name : List.of("configuration.json", "checkpoint.bin", "result.json")) {
      assertArrayEquals(
          Files.readAllBytes(whole.resolve(name)), Files.readAllBytes(pieces.resolve(name)), name);
    }
    assertEquals(withoutSeconds(whole), withoutSeconds(pieces));
  }

  @Test
  void withAndWithoutAFolderTheResultIsTheSame() throws IOException {
    TrainingResult inMemory = training(Training.Validation.AT_END).run(TrainingListener.NONE);
    assertEquals(run(folder, TrainingListener.NONE), inMemory);
  }

  @Test
  void theLogHasALineForEachEpoch() throws IOException {
    TrainingResult result = run(folder, TrainingListener.NONE);
    List<String> lines = Files.readAllLines(folder.resolve("log.csv"));
    assertEquals(
        "epoch,learning_rate,training_loss,training_accuracy,validation_loss,"
            + "validation_accuracy,seconds",
        lines.get(0));
    assertEquals(1 + 4, lines.size());
    assertTrue(lines.get(1).startsWith("1,0.1,"), lines.get(1));
    String[] last = lines.get(4).split(",", -1);
    assertEquals(result.trainingLoss(), Double.parseDouble(last[2]));
    assertEquals(result.validationAccuracy(), Double.parseDouble(last[5]));
    assertTrue(Double.parseDouble(last[6]) > 0);
  }

  @Test
  void secondsThatAreNoNumberAreNamedByLine() throws IOException {
    run(folder, TrainingListener.NONE);
    Path log = folder.resolve("log.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(log));
    lines.set(2, lines.get(2).replaceFirst("[^,]*$", "soon"));
    Files.write(log, lines);
    TrainingFolder place =
        TrainingFolder.open(folder, TASK, TinyTrainings.data(), "onednn", Precision.FP32);
    String message = Thrown.message(RunFolderException.class, place::seconds);
    assertTrue(message.startsWith(log + ", line 3: "), message);
  }

  @Test
  void anEndedTrainingGivesItsResultAgainWithoutRunning() throws IOException {
    TrainingResult first = run(folder, TrainingListener.NONE);
    assertEquals(first, run(folder, stepsThenStop(1)));
  }

  @Test
  void aFolderOfAnotherTrainingIsRefusedByName() throws IOException {
    run(folder, TrainingListener.NONE);
    String message =
        Thrown.message(
            RunFolderException.class,
            () ->
                TrainingFolder.open(
                    folder,
                    TinyTrainings.task(5, 12),
                    TinyTrainings.data(),
                    "onednn",
                    Precision.FP32));
    assertTrue(message.contains("epochs is 4 there, 5 here"), message);
    assertTrue(message.contains("seed is 11 there, 12 here"), message);
  }

  @Test
  void aSearchsCheckpointIsRefused() throws IOException {
    assertThrows(Stopped.class, () -> run(folder, epochThenStop(1)));
    Path file = folder.resolve("checkpoint.bin");
    byte[] content = Files.readAllBytes(file);
    System.arraycopy("DARTBOARD-SEARCH".getBytes("US-ASCII"), 0, content, 0, 16);
    Files.write(file, content);
    String message =
        Thrown.message(RunFolderException.class, () -> run(folder, TrainingListener.NONE));
    assertTrue(message.contains("is no checkpoint of a training"), message);
  }

  private TrainingResult run(Path into, TrainingListener listener) throws IOException {
    TrainingFolder place =
        TrainingFolder.open(into, TASK, TinyTrainings.data(), "onednn", Precision.FP32);
    return training(Training.Validation.EACH_EPOCH).run(place, listener);
  }

  private static Training training(Training.Validation validation) {
    return new Training(TASK, TinyTrainings.data(), ENGINE, validation);
  }

  private static List<String> withoutSeconds(Path of) throws IOException {
    return Files.readAllLines(of.resolve("log.csv")).stream()
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .toList();
  }

  private static TrainingListener stepsThenStop(int steps) {
    return new TrainingListener() {
      private int left = steps;

      @Override
      public void step() {
        if (--left == 0) {
          throw new Stopped();
        }
      }
    };
  }

  private static TrainingListener epochThenStop(int number) {
    return new TrainingListener() {
      @Override
      public void epoch(TrainingEpoch epoch, int epochs) {
        if (epoch.number() == number) {
          throw new Stopped();
        }
      }
    };
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
