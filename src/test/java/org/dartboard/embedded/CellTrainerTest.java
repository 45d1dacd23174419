package org.dartboard.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.space.Cell;
import org.dartboard.table.EmbeddedFigures;
import org.junit.jupiter.api.Test;

class CellTrainerTest {
  private static final TrainingProtocol SMALL =
      new TrainingProtocol(4, 1, 8, 20, 200, 100, 1, 4, 0.1, 0.9, 5e-4);

  private static final List<Cell> CELLS =
      List.of(
          Cell.ofCode("333333"),
          Cell.ofCode("111111"),
          Cell.ofCode("421211"),
          Cell.ofCode("404302"),
          Cell.ofCode("222222"),
          Cell.ofCode("143210"));

  @Test
  void trainingsSideBySideGiveWhatTheyGiveAlone() {
    List<EmbeddedFigures> alone = train(CELLS);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<CompletableFuture<List<EmbeddedFigures>>> together = new ArrayList<>();
      for (int thread = 0; thread < 3; thread++) {
        together.add(CompletableFuture.supplyAsync(() -> train(CELLS), threads));
      }
      for (CompletableFuture<List<EmbeddedFigures>> each : together) {
        assertEquals(alone, each.join());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aCellThatPassesNothingOnGuessesAndOneThatDoesLearns() {
    TrainingProtocol longer = new TrainingProtocol(8, 1, 8, 40, 1200, 400, 1, 4, 0.1, 0.9, 5e-4);
    CellTrainer trainer = new CellTrainer(longer, OneDnnSupernet::new);
    double nothing = trainer.train(Cell.ofCode("000000"), 0).validation();
    double something = trainer.train(Cell.ofCode("000300"), 0).validation();
    assertEquals(10, nothing, 1e-9);
    assertTrue(something > 30, () -> "a cell of one convolution reaches " + something);
  }

  @Test
  void seedsGiveDifferentTrainings() {
    CellTrainer trainer = new CellTrainer(SMALL, OneDnnSupernet::new);
    Cell cell = Cell.ofCode("333333");
    EmbeddedFigures first = trainer.train(cell, 0);
    assertEquals(first, trainer.train(cell, 0));
    assertTrue(!first.equals(trainer.train(cell, 1)), "seeds 0 and 1 gave the same figures");
  }

  private static List<EmbeddedFigures> train(List<Cell> cells) {
    CellTrainer trainer = new CellTrainer(SMALL, OneDnnSupernet::new);
    return cells.stream().map(cell -> trainer.train(cell, 0)).toList();
  }
}
