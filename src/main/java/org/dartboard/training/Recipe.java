package org.dartboard.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dartboard.data.Augmentation;
import org.dartboard.descent.CosineSchedule;
import org.dartboard.descent.Descent;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * How a cell is trained: the size of its network, and everything about the steps but the seed.
 *
 * @param width channels of the first stage, at least 1
 * @param cellsPerStage cells in each of the three stages, at least 1
 * @param imageSide height and width of the images, a multiple of 4
 * @param epochs at least 1
 * @param batchSize images in a step, at least 1; the last batch of an epoch may be smaller
 * @param learningRate of the first epoch; it falls by half a cosine of the integer epoch
 * @param lastLearningRate what the cosine would reach one epoch after the last
 * @param descent momentum, its form, and weight decay, which applies to all weights, those of batch
 *     norm and the classifier's bias included
 * @param augmentation of the training images
 */
public record Recipe(
    int width,
    int cellsPerStage,
    int imageSide,
    int epochs,
    int batchSize,
    double learningRate,
    double lastLearningRate,
    Descent descent,
    Augmentation augmentation) {
  static final String WIDTH = "width";
  static final String CELLS = "cells";
  static final String IMAGE_SIDE = "image side";
  static final String EPOCHS = "epochs";

  /** Those of ImageNet16-120. */
  private static final int MOST_CLASSES = 120;

  /**
   * @throws IllegalArgumentException naming every value that is out of range, or that the largest
   *     cell makes a network that is larger than a buffer
   */
  public Recipe {
    List<String> defects = new ArrayList<>();
    check(width >= 1, "width " + width + " is not at least 1", defects);
    check(cellsPerStage >= 1, "cells per stage " + cellsPerStage + " is not at least 1", defects);
    check(
        imageSide >= 4 && imageSide % 4 == 0,
        "image side " + imageSide + " is not a multiple of 4",
        defects);
    check(epochs >= 1, "epochs " + epochs + " is not at least 1", defects);
    check(batchSize >= 1, "batch size " + batchSize + " is not at least 1", defects);
    checkRate("learning rate ", learningRate, defects);
    checkRate("last learning rate ", lastLearningRate, defects);
    if (!defects.isEmpty()) {
      throw new IllegalArgumentException("no such recipe: " + String.join("; ", defects));
    }
    requireNetwork(width, cellsPerStage, imageSide);
  }

  /** Before any cell is trained: the figures of some would be worth little without the rest. */
  private static void requireNetwork(int width, int cellsPerStage, int imageSide) {
    Cell largest =
        Cell.of(Collections.nCopies(Edge.COUNT, Operation.NOR_CONV_3X3).toArray(Operation[]::new));
    SupernetSpec.discrete(largest, width, cellsPerStage, imageSide, MOST_CLASSES);
  }

  /**
   * The recipe of NAS-Bench-201 (Dong and Yang, ICLR 2020; configurations and training loop of
   * AutoDL-Projects), for 32x32 images.
   *
   * <p>16 channels, 5 cells a stage; SGD with Nesterov momentum 0.9 and weight decay 5e-4 on all
   * weights; batches of 256, the short last one included; a learning rate of 0.1 that falls to 0 by
   * a cosine of the integer epoch, without warm-up; cross-entropy; random flip and 32x32 crops of
   * images padded by 4; weights that start from PyTorch's defaults. The benchmark has figures for
   * 12 epochs and for 200.
   *
   * <p>Not to be had are PyTorch's random numbers: its seeds 111 and 777 mean other weights, orders
   * and crops than the same seeds here, so figures can agree only up to the noise between seeds.
   *
   * @param epochs how long; it is also the length of the cosine
   */
  public static Recipe benchmark(int epochs) {
    return new Recipe(
        16, 5, 32, epochs, 256, 0.1, 0, new Descent(0.9, true, 5e-4, 0), Augmentation.standard(32));
  }

  /** The same for another network and other images, augmented in proportion. */
  public Recipe withNetwork(int width, int cellsPerStage, int imageSide) {
    return new Recipe(
        width,
        cellsPerStage,
        imageSide,
        epochs,
        batchSize,
        learningRate,
        lastLearningRate,
        descent,
        Augmentation.standard(imageSide));
  }

  /** The same with batches of another size. */
  public Recipe withBatchSize(int batchSize) {
    return new Recipe(
        width,
        cellsPerStage,
        imageSide,
        epochs,
        batchSize,
        learningRate,
        lastLearningRate,
        descent,
        augmentation);
  }

  /** The same with other constants of the descent. */
  public Recipe withDescent(Descent descent) {
    return new Recipe(
        width,
        cellsPerStage,
        imageSide,
        epochs,
        batchSize,
        learningRate,
        lastLearningRate,
        descent,
        augmentation);
  }

  /** The same with other augmentation. */
  public Recipe withAugmentation(Augmentation augmentation) {
    return new Recipe(
        width,
        cellsPerStage,
        imageSide,
        epochs,
        batchSize,
        learningRate,
        lastLearningRate,
        descent,
        augmentation);
  }

  /** The learning rate of each epoch. */
  public CosineSchedule schedule() {
    return new CosineSchedule(learningRate, lastLearningRate, epochs);
  }

  /** The network of a cell: batch norm is affine with running statistics. */
  public SupernetSpec network(Cell cell, int classes) {
    return SupernetSpec.discrete(cell, width, cellsPerStage, imageSide, classes);
  }

  /** Every value by name, in a fixed order: what a configuration is made of. */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(WIDTH, Integer.toString(width));
    values.put(CELLS, Integer.toString(cellsPerStage));
    values.put(IMAGE_SIDE, Integer.toString(imageSide));
    values.put(EPOCHS, Integer.toString(epochs));
    values.put("batch size", Integer.toString(batchSize));
    values.put("learning rate", Double.toString(learningRate));
    values.put("last learning rate", Double.toString(lastLearningRate));
    values.put("momentum", Double.toString(descent.momentum()));
    values.put("nesterov", Boolean.toString(descent.nesterov()));
    values.put("weight decay", Double.toString(descent.weightDecay()));
    values.put("gradient clip", Double.toString(descent.gradientClip()));
    values.put("flip", Boolean.toString(augmentation.flip()));
    values.put("padding", Integer.toString(augmentation.padding()));
    return values;
  }

  private static void checkRate(String name, double rate, List<String> defects) {
    check(
        rate >= 0 && Double.isFinite(rate), name + rate + " is not at least 0 and finite", defects);
  }

  private static void check(boolean holds, String defect, List<String> defects) {
    if (!holds) {
      defects.add(defect);
    }
  }
}
