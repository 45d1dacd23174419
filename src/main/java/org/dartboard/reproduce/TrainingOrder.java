package org.dartboard.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Profile;
import org.dartboard.engine.Precision;
import org.dartboard.run.Configuration;
import org.dartboard.run.FinishedTraining;
import org.dartboard.run.Ledger;
import org.dartboard.space.Cell;
import org.dartboard.training.Recipe;
import org.dartboard.training.TrainingSet;
import org.dartboard.training.TrainingTask;

/**
 * A training that a claim asks for: by the benchmark's recipe, of a cell that the claim names or
 * that one of its searches found.
 *
 * @param images what is trained on
 * @param task cell, recipe and seed
 * @param precisions what the engine may store its tensors in, at least one; where the ledger has
 *     the training in several, the first of them counts
 */
public record TrainingOrder(TrainingSet images, TrainingTask task, List<Precision> precisions) {
  public TrainingOrder {
    precisions = List.copyOf(precisions);
  }

  /**
   * All trainings of claims, in the order of the files; each once.
   *
   * @param ledger what it has of searches decides which found cells are trained anew
   */
  public static List<TrainingOrder> of(List<Claim> claims, Ledger ledger) throws IOException {
    Set<TrainingOrder> orders = new LinkedHashSet<>();
    for (Claim claim : claims) {
      if (claim.procedure() instanceof Procedure.Training procedure) {
        orders.addAll(of(procedure));
      } else if (claim.procedure() instanceof Procedure.SupernetSearch procedure) {
        for (Profile profile : List.of(Profile.DESK, Profile.PAPER)) {
          SearchEvidence evidence = SearchEvidence.of(ledger, claim, procedure, profile);
          evidence.arms().values().stream()
              .filter(ArmRuns::retrains)
              .forEach(arm -> orders.addAll(retrainings(arm, profile)));
        }
      }
    }
    return List.copyOf(orders);
  }

  /** The precisions in which a claim's trainings count, the preferred first. */
  public static List<Precision> precisions(Claim claim) {
    return claim.procedure() instanceof Procedure.Training procedure
        ? procedure.precisions().stream().map(Precision::named).toList()
        : Retraining.PRECISIONS;
  }

  /** Whether a claim has trainings. */
  public static boolean isAskedForBy(Claim claim) {
    return claim.procedure() instanceof Procedure.Training
        || (claim.procedure() instanceof Procedure.SupernetSearch search
            && search.arms().stream().anyMatch(search::retrains));
  }

  private static List<TrainingOrder> retrainings(ArmRuns arm, Profile profile) {
    List<TrainingOrder> orders = new ArrayList<>();
    for (ArmRuns.Run run : arm.runs()) {
      Cell found = run.trial().cell();
      if (found != null) {
        orders.add(Retraining.of(SearchArms.plan(arm.arm(), profile, run.trial().seed()), found));
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
    List<Precision> precisions = procedure.precisions().stream().map(Precision::named).toList();
    List<Procedure.TrainedCell> cells = spread(procedure.architectures());
    int seeds = cells.stream().mapToInt(Procedure.TrainedCell::seeds).max().orElse(0);
    List<TrainingOrder> orders = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      for (Procedure.TrainedCell trained : cells) {
        if (seed < trained.seeds()) {
          TrainingTask task = new TrainingTask(Cell.ofCode(trained.code()), recipe, seed);
          orders.add(new TrainingOrder(images, task, precisions));
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

  /** What the ledger files the training under when it was made in a precision. */
  public Configuration configuration(Precision precision) {
    return FinishedTraining.configuration(images.label(), task.recipe(), precision.label());
  }

  /** The training as the ledger has it in a precision. */
  public Optional<FinishedTraining> finished(Ledger ledger, Precision precision)
      throws IOException {
    return ledger.trainings(configuration(precision)).stream()
        .filter(line -> line.cell().equals(task.cell()) && line.seed() == task.seed())
        .findFirst();
  }

  /** The training that counts: in the first of the precisions in which the ledger has it. */
  public Optional<FinishedTraining> finished(Ledger ledger) throws IOException {
    for (Precision precision : precisions) {
      Optional<FinishedTraining> finished = finished(ledger, precision);
      if (finished.isPresent()) {
        return finished;
      }
    }
    return Optional.empty();
  }

  private static TrainingSet images(String label) {
    return Arrays.stream(TrainingSet.values())
        .filter(set -> set.label().equals(label))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("cells cannot be trained on " + label + " here"));
  }
}
