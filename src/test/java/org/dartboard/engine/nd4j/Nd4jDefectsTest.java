package org.dartboard.engine.nd4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.exception.ND4JIllegalStateException;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Defects of ND4J that this package works around or keeps away from.
 *
 * <p>A test that fails tells that ND4J has been mended, and which code may go.
 */
class Nd4jDefectsTest {
  /** {@link Views} may go. */
  @Test
  void reshapeTakesTheOrderForADimension() {
    try (INDArray array = Nd4j.create(DataType.FLOAT, 2, 3)) {
      assertThrows(ND4JIllegalStateException.class, () -> array.reshape('c', array.length()));
      assertArrayEquals(new long[] {6}, Views.reshape(array, array.length()).shape());
    }
  }

  /** SameDiff might differentiate the convolutions. */
  @Test
  void sameDiffForgetsTheOrderOfAConvolutionsWeights() {
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.var("x", Nd4j.ones(DataType.FLOAT, 1, 2, 4, 4));
    SDVariable w = graph.var("w", Nd4j.ones(DataType.FLOAT, 3, 2, 3, 3));
    Conv2DConfig config =
        Conv2DConfig.builder()
            .kH(3)
            .kW(3)
            .sH(1)
            .sW(1)
            .pH(1)
            .pW(1)
            .weightsFormat(WeightsFormat.OIYX)
            .build();
    assertNoGradient(graph, graph.cnn().conv2d(x, w, config));
  }

  /** SameDiff might differentiate batch norm. */
  @Test
  void sameDiffCannotDifferentiateBatchNorm() {
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.var("x", Nd4j.ones(DataType.FLOAT, 2, 2, 4, 4));
    SDVariable[] rows = new SDVariable[4];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = graph.var("row" + i, Nd4j.ones(DataType.FLOAT, 2));
    }
    assertNoGradient(graph, graph.nn().batchNorm(x, rows[0], rows[1], rows[2], rows[3], 1e-5, 1));
  }

  /** SameDiff might differentiate the loss. */
  @Test
  void sameDiffCannotDifferentiateLogSoftmax() {
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.var("x", Nd4j.ones(DataType.FLOAT, 2, 3));
    assertThrows(
        RuntimeException.class,
        () -> {
          graph.nn().logSoftmax(x, 1).sum().markAsLoss();
          graph.calculateGradients(Map.of(), "x");
        });
  }

  /** SameDiff might differentiate batch norm that is made of smaller operations. */
  @Test
  void sameDiffsGradientOfVarianceIsWrong() {
    SameDiff graph = SameDiff.create();
    SDVariable x = graph.var("x", Nd4j.createFromArray(new double[][] {{1, 2, 6}}));
    graph.math().square(graph.variance(x, false, 1)).sum().markAsLoss();
    double gradient = graph.calculateGradients(Map.of(), "x").get("x").getDouble(0, 0);

    // d v^2 / dx = 2 v * 2 (x - mean) / 3 with mean 3 and variance 14/3.
    double expected = 2 * (14.0 / 3) * 2 * (1 - 3) / 3;
    assertEquals(-112.0 / 9, expected, 1e-12);
    assertNotEquals(expected, gradient, 1);
  }

  private static void assertNoGradient(SameDiff graph, SDVariable y) {
    y.sum().markAsLoss();
    assertThrows(RuntimeException.class, () -> graph.calculateGradients(Map.of(), "x"));
  }
}
