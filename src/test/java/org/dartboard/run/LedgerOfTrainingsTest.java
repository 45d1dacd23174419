package org.dartboard.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dartboard.space.Cell;
import org.dartboard.testing.Thrown;
import org.dartboard.training.Recipe;
import org.dartboard.training.TrainingResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerOfTrainingsTest {
  private static final Configuration CONFIGURATION =
      FinishedTraining.configuration("cifar10-valid", Recipe.benchmark(12), "fp32");
  private static final Provenance PROVENANCE =
      Machine.training(
          new TrainingResult(
              "onednn", "fp32", 1, "oneDNN 3.11", "AVX-512", 12, 0.6, 78.1, 0.7, 75.25));

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void aTrainingIsReadAsItWasWritten() throws IOException {
    FinishedTraining second = training("302111", 1, 74.5);
    FinishedTraining first = training("302111", 0, 75.25);
    assertTrue(Ledger.open(folder).add(CONFIGURATION, PROVENANCE, second));
    assertTrue(Ledger.open(folder).add(CONFIGURATION, PROVENANCE, first));
    Ledger read = Ledger.open(folder);
    assertEquals(List.of(first, second), read.trainings(CONFIGURATION));
    assertEquals(PROVENANCE, read.provenance(first.provenance()).orElseThrow());
    assertEquals(CONFIGURATION.text(), read.configurations().get(CONFIGURATION.digest()));
  }

  @Test
  void theSameTrainingAgainChangesNothingAndAnotherResultIsRefused() throws IOException {
    FinishedTraining training = training("302111", 0, 75.25);
    Ledger ledger = Ledger.open(folder);
    ledger.add(CONFIGURATION, PROVENANCE, training);
    FinishedTraining slower =
        new FinishedTraining(
            training.cell(), 0, 78.1, 0.7, 75.25, 2 * training.wallSeconds(), PROVENANCE.id());
    assertFalse(ledger.add(CONFIGURATION, PROVENANCE, slower));
    assertEquals(List.of(training), ledger.trainings(CONFIGURATION));
    String message =
        Thrown.message(
            LedgerConflictException.class,
            () -> ledger.add(CONFIGURATION, PROVENANCE, training("302111", 0, 70)));
    assertTrue(message.contains("75.25") && message.contains("70.0"), message);
  }

  @Test
  void whatTheRecipeIsDecidesWhereATrainingIsFiled() throws IOException {
    Ledger ledger = Ledger.open(folder);
    ledger.add(CONFIGURATION, PROVENANCE, training("302111", 0, 75.25));
    Configuration longer =
        FinishedTraining.configuration("cifar10-valid", Recipe.benchmark(200), "fp32");
    assertNotEquals(CONFIGURATION.digest(), longer.digest());
    assertEquals(List.of(), ledger.trainings(longer));
  }

  @Test
  void aDamagedLineIsRefusedByPlace() throws IOException {
    Ledger ledger = Ledger.open(folder);
    ledger.add(CONFIGURATION, PROVENANCE, training("302111", 0, 75.25));
    Path file = folder.resolve("trainings").resolve(CONFIGURATION.digest() + ".csv");
    Files.writeString(file, Files.readString(file).replace("75.25", "a lot"));
    String message =
        Thrown.message(LedgerFormatException.class, () -> ledger.trainings(CONFIGURATION));
    assertTrue(message.contains("line 2, column validation_accuracy"), message);
  }

  private static FinishedTraining training(String code, long seed, double accuracy) {
    return new FinishedTraining(
        Cell.ofCode(code), seed, 78.1, 0.7, accuracy, 1200.5, PROVENANCE.id());
  }
}
