package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Procedure;
import org.dartboard.engine.Precision;
import org.dartboard.run.Configuration;
import org.dartboard.run.FinishedTraining;
import org.dartboard.space.Cell;
import org.dartboard.training.Recipe;
import org.dartboard.training.TrainingSet;
import org.dartboard.training.TrainingTask;

/**
 * A training that a claim asks for: always the benchmark's recipe at its full size.
 *
 * @param images what is trained on
 * @param task cell, recipe and seed
 * @param precision what the engine stores its tensors in
 */
public record TrainingOrder(TrainingSet images, TrainingTask task, Precision precision) {
  /** All trainings of claims, in the order of the files; each once. */
  public static List<TrainingOrder> of(List<Claim> claims) {
    List<TrainingOrder> orders = new ArrayList<>();
    for (Claim claim : claims) {
      if (claim.procedure() instanceof Procedure.Training procedure) {
        of(procedure).stream().filter(order -> !orders.contains(order)).forEach(orders::add);
      }
    }
    return orders;
  }

  /**
   * The trainings of a claim, ordered so that a few tell the most: one seed of every cell before
   * any second seed, and the cells so that however many are done, they are spread over the list.
   */
  static List<TrainingOrder> of(Procedure.Training procedure) {
    Recipe recipe = Recipe.benchmark(procedure.column().epochs().count());
    TrainingSet images = images(procedure.column().dataset().label());
    Precision precision = precision(procedure.precision());
    List<Procedure.TrainedCell> cells = spread(procedure.architectures());
    int seeds = cells.stream().mapToInt(Procedure.TrainedCell::seeds).max().orElse(0);
    List<TrainingOrder> orders = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      for (Procedure.TrainedCell trained : cells) {
        if (seed < trained.seeds()) {
          TrainingTask task = new TrainingTask(Cell.ofCode(trained.code()), recipe, seed);
          orders.add(new TrainingOrder(images, task, precision));
        }
      }
    }
    return orders;
  }

  /** Van der Corput's sequence: positions by their binary digits read backwards. */
  private static <T> List<T> spread(List<T> list) {
    return IntStream.range(0, list.size())
        .boxed()
        .sorted(Comparator.comparing(position -> Integer.reverse(position) >>> 1))
        .map(list::get)
        .toList();
  }

  /** What the ledger files the training under. */
  public Configuration configuration() {
    return FinishedTraining.configuration(images.label(), task.recipe(), precision.label());
  }

  /** Whether a line of the ledger, filed under {@link #configuration}, is of this training. */
  public boolean isMetBy(FinishedTraining training) {
    return training.cell().equals(task.cell()) && training.seed() == task.seed();
  }

  private static TrainingSet images(String label) {
    return Arrays.stream(TrainingSet.values())
        .filter(set -> set.label().equals(label))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("cells cannot be trained on " + label + " here"));
  }

  private static Precision precision(String label) {
    return Arrays.stream(Precision.values())
        .filter(precision -> precision.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no precision " + label));
  }
}
