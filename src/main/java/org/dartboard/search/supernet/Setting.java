package org.dartboard.search.supernet;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.dartboard.search.HyperParameter;

/** One number that every differentiable search can be set to; each method has its own default. */
public enum Setting {
  /** Channels of the first stage. */
  WIDTH("width", HyperParameter.Kind.WHOLE, 1, 1024, "channels of the first stage"),
  /** Cells in each of the three stages. */
  CELLS("cells", HyperParameter.Kind.WHOLE, 1, 100, "cells in each of the three stages"),
  /** Epochs of a stage. */
  EPOCHS("epochs", HyperParameter.Kind.WHOLE, 1, 10_000, "epochs of a stage"),
  /** Images in a batch. */
  BATCH_SIZE("batchSize", HyperParameter.Kind.WHOLE, 1, 4096, "images in a batch"),
  /** Learning rate of the weights in the first epoch. */
  LEARNING_RATE(
      "learningRate", HyperParameter.Kind.REAL, 0, 100, "learning rate of the weights at first"),
  /** What the learning rate falls to, along a cosine from epoch to epoch. */
  MINIMUM_LEARNING_RATE(
      "minimumLearningRate", HyperParameter.Kind.REAL, 0, 100, "learning rate at the end"),
  /** Epochs in which the cosine falls; then it rises in as many, and so on; 0 means all. */
  COSINE_EPOCHS(
      "cosineEpochs",
      HyperParameter.Kind.WHOLE,
      0,
      10_000,
      "epochs in which the cosine falls; 0: all"),
  /** Momentum of the weights. */
  MOMENTUM("momentum", HyperParameter.Kind.REAL, 0, 0.999999, "momentum of the weights"),
  /** 1 where the momentum is Nesterov's, else 0. */
  NESTEROV("nesterov", HyperParameter.Kind.WHOLE, 0, 1, "1: Nesterov's momentum"),
  /** Weight decay of the weights. */
  WEIGHT_DECAY("weightDecay", HyperParameter.Kind.REAL, 0, 10, "weight decay of the weights"),
  /** Largest Euclidean norm of the weights' gradient; 0 means no limit. */
  GRADIENT_CLIP(
      "gradientClip", HyperParameter.Kind.REAL, 0, 1e6, "largest gradient norm; 0: no limit"),
  /** Step size of Adam for the architecture parameters. */
  ARCHITECTURE_LEARNING_RATE(
      "architectureLearningRate",
      HyperParameter.Kind.REAL,
      0,
      100,
      "step size of Adam for the architecture"),
  /** Weight decay of the architecture parameters. */
  ARCHITECTURE_WEIGHT_DECAY(
      "architectureWeightDecay", HyperParameter.Kind.REAL, 0, 10, "weight decay of alpha"),
  /** Epochs at the beginning in which the architecture parameters stay as they are. */
  WARM_UP_EPOCHS(
      "warmUpEpochs", HyperParameter.Kind.WHOLE, 0, 10_000, "epochs before alpha is trained"),
  /** Added to alpha of every skip connection at the start, where a method has an alpha. */
  INITIAL_SKIP(
      "initialSkip",
      HyperParameter.Kind.REAL,
      -100,
      100,
      "added to alpha of skip connections at the start"),
  /** Which images move the weights and which alpha: the place of a {@link DataSplit}. */
  DATA_SPLIT(
      "dataSplit",
      HyperParameter.Kind.WHOLE,
      0,
      3,
      "images for weights and alpha; 0: the benchmark's halves, 1: four fifths and one, 2: all for"
          + " both, 3: halves drawn anew each epoch"),
  /**
   * 1 where batch norm in the cells keeps running statistics, which matters only where sub-networks
   * are scored in evaluation mode, else 0.
   */
  RUNNING_STATISTICS(
      "runningStatistics", HyperParameter.Kind.WHOLE, 0, 1, "1: batch norm keeps statistics"),
  /** Layer alignment is measured every so many epochs and in a stage's last; 0 means never. */
  ALIGNMENT_INTERVAL(
      "alignmentInterval",
      HyperParameter.Kind.WHOLE,
      0,
      10_000,
      "epochs from one layer alignment to the next; 0: none"),
  /** The same for the discretisation gap. */
  GAP_INTERVAL(
      "gapInterval",
      HyperParameter.Kind.WHOLE,
      0,
      10_000,
      "epochs from one discretisation gap to the next; 0: none"),
  /** The same for the architecture's Hessian. */
  HESSIAN_INTERVAL(
      "hessianInterval",
      HyperParameter.Kind.WHOLE,
      0,
      10_000,
      "epochs from one Hessian to the next; 0: none"),
  /** The same for the scores of the fixed random cells. */
  CELL_SCORES_INTERVAL(
      "cellScoresInterval",
      HyperParameter.Kind.WHOLE,
      0,
      10_000,
      "epochs from one scoring of random cells to the next; 0: none"),
  /** Validation images that the discretisation gap is measured on. */
  GAP_IMAGES(
      "gapImages", HyperParameter.Kind.WHOLE, 1, 25_000, "images for the discretisation gap"),
  /** Validation images that each of the fixed random cells is scored on. */
  CELL_SCORES_IMAGES(
      "cellScoresImages", HyperParameter.Kind.WHOLE, 1, 25_000, "images that a cell is scored on"),
  /** How many of the 200 fixed random cells are scored, the first ones. */
  SCORED_CELLS(
      "scoredCells", HyperParameter.Kind.WHOLE, 2, 200, "fixed random cells that are scored");

  /** How often what is measured beside the search, and on how much; they change no result. */
  static final Set<Setting> DIAGNOSTICS =
      Collections.unmodifiableSet(EnumSet.range(ALIGNMENT_INTERVAL, SCORED_CELLS));

  private final String label;
  private final HyperParameter.Kind kind;
  private final double lowest;
  private final double highest;
  private final String meaning;

  Setting(String label, HyperParameter.Kind kind, double lowest, double highest, String meaning) {
    this.label = label;
    this.kind = kind;
    this.lowest = lowest;
    this.highest = highest;
    this.meaning = meaning;
  }

  /** The name on the command line and in claim files. */
  public String label() {
    return label;
  }

  /** The setting as a hyper-parameter of a method whose default is {@code value}. */
  HyperParameter withDefault(double value) {
    return new HyperParameter(label, kind, value, lowest, highest, meaning);
  }
}
