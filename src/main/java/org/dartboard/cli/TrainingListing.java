package org.dartboard.cli;

import java.util.Optional;
import org.dartboard.data.ImageSource;
import org.dartboard.table.Dataset;
import org.dartboard.table.Epochs;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.Split;
import org.dartboard.training.Recipe;
import org.dartboard.training.TrainingResult;
import org.dartboard.training.TrainingSet;
import org.dartboard.training.TrainingTask;

/**
 * A finished training in one line, beside the table's figure where both are of the same images;
 * else the figure is left blank, and a column {@code note} says why.
 */
final class TrainingListing {
  private TrainingListing() {}

  /**
   * The line.
   *
   * @param seconds that the training took
   * @param table what the cell is looked up in; empty where there is none
   * @param images what it was trained on
   */
  static Listing of(
      TrainingTask task,
      TrainingSet set,
      TrainingResult result,
      double seconds,
      Optional<Nb201Table> table,
      ImageSource images) {
    boolean comparable = table.filter(known -> comparable(known, images)).isPresent();
    Recipe recipe = task.recipe();
    Listing listing =
        new Listing(
            "arch",
            "index",
            "dataset",
            "epochs",
            "seed",
            "width",
            "cells",
            "image_size",
            "training_accuracy",
            "validation_loss",
            "validation_accuracy",
            "table_accuracy",
            "seconds",
            "engine",
            "precision",
            "threads");
    listing.add(
        task.cell().toString(),
        table.map(known -> known.index(task.cell())).orElse(null),
        set.label(),
        result.epochs(),
        task.seed(),
        recipe.width(),
        recipe.cellsPerStage(),
        recipe.imageSide(),
        result.trainingAccuracy(),
        result.validationLoss(),
        result.validationAccuracy(),
        table.filter(known -> comparable).flatMap(known -> accuracy(known, task, set)).orElse(null),
        seconds,
        result.engine(),
        result.precision(),
        result.threads());
    Listing marked = table.map(known -> TableAccess.marked(listing, known)).orElse(listing);
    Listing named = TableAccess.marked(marked, images);
    return comparable || table.isEmpty()
        ? named
        : named.with("note", "no table_accuracy: the table's networks saw other images");
  }

  /** The published table's networks saw the published images, the stand-in's generated ones. */
  private static boolean comparable(Nb201Table table, ImageSource images) {
    return table.source().published() == images.published();
  }

  /** The table's mean over its trainings of as many epochs, where it has any. */
  private static Optional<Double> accuracy(Nb201Table table, TrainingTask task, TrainingSet set) {
    int trained = task.recipe().epochs();
    for (Epochs known : Epochs.values()) {
      if (known.count() == trained) {
        boolean valid = set == TrainingSet.CIFAR10_VALID;
        return Optional.of(
            table
                .column(
                    valid ? Dataset.CIFAR10_VALID : Dataset.CIFAR10,
                    valid ? Split.VALID : Split.TEST,
                    known)
                .get(table.index(task.cell())));
      }
    }
    return Optional.empty();
  }
}
