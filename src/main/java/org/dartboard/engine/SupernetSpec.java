package org.dartboard.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * What network a supernet is: everything that does not change from call to call.
 *
 * <p>The macro-net is that of NAS-Bench-201 (Dong and Yang, ICLR 2020): a 3x3 convolution to {@code
 * width} channels with batch norm; three stages of {@code cellsPerStage} cells with a residual
 * block between stages that halves the image and doubles the channels; batch norm, ReLU, global
 * average pooling and a linear classifier. Batch norm outside the cells is always affine with
 * running statistics. Convolutions have no bias; where the benchmark's search code has one (before
 * batch norm that is not affine) the batch's mean takes it out again, so that it changes nothing
 * and its gradient is zero.
 *
 * @param width channels of the first stage, at least 1
 * @param cellsPerStage cells in each of the three stages, at least 1
 * @param imageSize height and width of the images, a multiple of 4
 * @param classes at least 2
 * @param operations the operations that each of the six edges can carry, in the order of {@link
 *     Edge}; the same for all cells, none empty
 * @param affine whether batch norm in the cells has weights of its own
 * @param runningStatistics whether batch norm in the cells keeps running statistics, which
 *     evaluation then uses in place of the batch's
 * @param partialChannels which channels of an edge its operations see
 * @param auxiliarySkip whether each edge has an auxiliary skip connection beside its operations
 *     (DARTS-, Chu et al., ICLR 2021)
 */
public record SupernetSpec(
    int width,
    int cellsPerStage,
    int imageSize,
    int classes,
    List<Set<Operation>> operations,
    boolean affine,
    boolean runningStatistics,
    PartialChannels partialChannels,
    boolean auxiliarySkip) {
  /** Stages of the macro-net. */
  public static final int STAGES = 3;

  /** Batch norm adds this to the variance. */
  public static final double EPSILON = 1e-5;

  /** The share of the batch's statistics in the next running statistics. */
  public static final double MOMENTUM = 0.1;

  /**
   * @throws SupernetSpecException naming every field that is out of range, or that the network is
   *     larger than a buffer
   */
  public SupernetSpec {
    operations =
        operations.stream()
            .map(
                edge ->
                    Collections.unmodifiableSet(edge.isEmpty() ? Set.of() : EnumSet.copyOf(edge)))
            .toList();
    List<String> defects = new ArrayList<>();
    check(width >= 1, "width " + width + " is not at least 1", defects);
    check(cellsPerStage >= 1, "cells per stage " + cellsPerStage + " is not at least 1", defects);
    check(
        imageSize >= 4 && imageSize % 4 == 0,
        "image size " + imageSize + " is not a multiple of 4",
        defects);
    check(classes >= 2, "classes " + classes + " is not at least 2", defects);
    check(
        operations.size() == Edge.COUNT,
        "operations are given for " + operations.size() + " edges, not " + Edge.COUNT,
        defects);
    for (int edge = 0; edge < operations.size(); edge++) {
      check(!operations.get(edge).isEmpty(), "edge " + edge + " has no operation", defects);
    }
    int denominator = partialChannels.denominator();
    boolean all = partialChannels instanceof PartialChannels.All;
    check(
        all || denominator >= 2,
        "partial channels 1/" + denominator + " are not at most 1/2",
        defects);
    check(
        denominator < 1 || width % denominator == 0,
        "width " + width + " is not a multiple of " + denominator + " for partial channels",
        defects);
    if (partialChannels instanceof PartialChannels.Attention attention) {
      check(
          attention.reduction() >= 1,
          "attention reduction " + attention.reduction() + " is not at least 1",
          defects);
    }
    double numbers =
        new NetworkSize(width, cellsPerStage)
            .numbers(operations, partialChannels, imageSize, classes);
    check(
        numbers <= FlatBuffers.LARGEST,
        ("width %d with %d cells per stage, images of %dx%d and %d classes makes %.3g numbers,"
                + " more than the %d of a buffer; take less of one of them")
            .formatted(
                width, cellsPerStage, imageSize, imageSize, classes, numbers, FlatBuffers.LARGEST),
        defects);
    if (!defects.isEmpty()) {
      throw new SupernetSpecException(defects);
    }
  }

  /**
   * The supernet that NAS-Bench-201's searches use: all five operations on each edge, batch norm in
   * the cells not affine.
   *
   * @param runningStatistics the flag that decides how sub-networks are scored in evaluation mode
   */
  public static SupernetSpec search(
      int width, int cellsPerStage, int imageSize, int classes, boolean runningStatistics) {
    return new SupernetSpec(
        width,
        cellsPerStage,
        imageSize,
        classes,
        Collections.nCopies(Edge.COUNT, EnumSet.allOf(Operation.class)),
        false,
        runningStatistics,
        new PartialChannels.All(),
        false);
  }

  /** One architecture as the benchmark trains it: batch norm affine with running statistics. */
  public static SupernetSpec discrete(
      Cell cell, int width, int cellsPerStage, int imageSize, int classes) {
    return new SupernetSpec(
        width,
        cellsPerStage,
        imageSize,
        classes,
        Edge.all().stream().<Set<Operation>>map(edge -> EnumSet.of(cell.operation(edge))).toList(),
        true,
        true,
        new PartialChannels.All(),
        false);
  }

  /** How many cells there are. */
  public int cells() {
    return STAGES * cellsPerStage;
  }

  /** The stage of a cell, 0 to 2. */
  public int stage(int cell) {
    return cell / cellsPerStage;
  }

  /** Channels in a stage: the width, doubled for each stage after the first. */
  public int channels(int stage) {
    return width << stage;
  }

  /** Height and width in a stage: the image size, halved for each stage after the first. */
  public int side(int stage) {
    return imageSize >> stage;
  }

  /** Channels that an edge's operations see in a stage. */
  public int selectedChannels(int stage) {
    return partialChannels.selected(channels(stage));
  }

  /** Whether the edge can carry the operation. */
  public boolean has(Edge edge, Operation operation) {
    return operations.get(edge.ordinal()).contains(operation);
  }

  /**
   * Length of p: one number per [cell][edge][operation], operations that an edge lacks included.
   */
  public int operationWeights() {
    return cells() * Edge.COUNT * Operation.COUNT;
  }

  /** Length of q: one number per [cell][edge]. */
  public int edgeWeights() {
    return cells() * Edge.COUNT;
  }

  /** The place of an operation's weight in p. */
  public int operationIndex(int cell, Edge edge, Operation operation) {
    return edgeIndex(cell, edge) * Operation.COUNT + operation.code();
  }

  /** The place of an edge's weight in q. */
  public int edgeIndex(int cell, Edge edge) {
    return cell * Edge.COUNT + edge.ordinal();
  }

  private static void check(boolean holds, String defect, List<String> defects) {
    if (!holds) {
      defects.add(defect);
    }
  }
}
