package org.dartboard.dl4j;

import java.nio.FloatBuffer;
import org.dartboard.engine.FlatLayout;
import org.dartboard.engine.Slice;
import org.dartboard.engine.SupernetLayout;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies flat buffers into the parameters of a graph that {@link NetworkGraph} describes. */
final class WeightTransfer {
  private final ComputationGraph graph;

  private WeightTransfer(ComputationGraph graph) {
    this.graph = graph;
  }

  /**
   * Copies all weights and running statistics.
   *
   * @param weights at least as long as the layout's
   * @param state at least as long as the layout's
   */
  static void copy(
      SupernetLayout layout, FloatBuffer weights, FloatBuffer state, ComputationGraph graph) {
    WeightTransfer transfer = new WeightTransfer(graph);
    transfer.copy(layout.weights(), weights);
    transfer.copy(layout.state(), state);
  }

  private void copy(FlatLayout layout, FloatBuffer from) {
    for (Slice slice : layout.slices()) {
      float[] values = new float[slice.length()];
      from.get(slice.offset(), values);
      long[] shape = slice.shape().stream().mapToLong(Integer::longValue).toArray();
      try (INDArray array = Nd4j.create(values, shape, 'c')) {
        // DL4J keeps a matrix as [in, out].
        parameter(slice).assign(slice.kind() == Slice.Kind.MATRIX ? array.transpose() : array);
      }
    }
  }

  /** The graph's own memory for a slice. */
  private INDArray parameter(Slice slice) {
    String name = slice.name().substring(0, slice.name().lastIndexOf('.'));
    return switch (slice.kind()) {
      case CONVOLUTION ->
          parameter(NetworkGraph.convolutionName(name), ConvolutionParamInitializer.WEIGHT_KEY);
      case MATRIX -> parameter(name, DefaultParamInitializer.WEIGHT_KEY);
      case BIAS -> parameter(name, DefaultParamInitializer.BIAS_KEY);
      case GAMMA -> norm(name, BatchNormalizationParamInitializer.GAMMA);
      case BETA -> norm(name, BatchNormalizationParamInitializer.BETA);
      case RUNNING_MEAN -> norm(name, BatchNormalizationParamInitializer.GLOBAL_MEAN);
      case RUNNING_VARIANCE -> norm(name, BatchNormalizationParamInitializer.GLOBAL_VAR);
    };
  }

  private INDArray norm(String name, String key) {
    return parameter(NetworkGraph.normName(name), key);
  }

  private INDArray parameter(String layer, String key) {
    return graph.getLayer(layer).getParam(key);
  }
}
