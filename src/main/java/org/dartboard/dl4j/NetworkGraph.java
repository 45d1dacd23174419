package org.dartboard.dl4j;

import java.util.List;
import org.dartboard.data.ImageSet;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The layers and vertices of a network, as NAS-Bench-201 trains it (Dong and Yang, ICLR 2020).
 *
 * <p>They are named as the slices of {@link SupernetLayout} are, with {@code .convolution}, {@code
 * .norm}, {@code .relu} or {@code .pool} behind it. Each edge is a vertex, also one that carries
 * {@code none}: as in the benchmark's code it is the source times 0, so that no part of the network
 * lies apart from the rest.
 */
final class NetworkGraph {
  /** The only input: images of [image][channel][row][column]. */
  static final String IMAGES = "images";

  /** The only output: the probability of each class. */
  static final String CLASSIFIER = "classifier";

  private final SupernetSpec spec;
  private final GraphBuilder graph;

  private NetworkGraph(SupernetSpec spec) {
    this.spec = spec;
    this.graph =
        new NeuralNetConfiguration.Builder()
            .dataType(DataType.FLOAT)
            .updater(new Nesterovs(0.1, 0.9))
            .l2(5e-4)
            .activation(Activation.IDENTITY)
            .convolutionMode(ConvolutionMode.Truncate)
            .graphBuilder();
  }

  /** The configuration of a network that has one operation on each edge. */
  static ComputationGraphConfiguration of(SupernetSpec spec) {
    return new NetworkGraph(spec).build();
  }

  /** The operation on an edge of a network that has one on each. */
  static Operation operation(SupernetSpec spec, Edge edge) {
    return spec.operations().get(edge.ordinal()).iterator().next();
  }

  /** The name of a convolution whose weights lie in slices of that name. */
  static String convolutionName(String name) {
    return name + ".convolution";
  }

  /** The name of a batch norm whose weights and statistics lie in slices of that name. */
  static String normName(String name) {
    return name + ".norm";
  }

  private ComputationGraphConfiguration build() {
    graph.addInputs(IMAGES);
    graph.setInputTypes(
        InputType.convolutional(spec.imageSize(), spec.imageSize(), ImageSet.CHANNELS));
    String node = norm("stem", convolution("stem", IMAGES, ImageSet.CHANNELS, spec.width(), 3, 1));
    for (int cell = 0; cell < spec.cells(); cell++) {
      if (cell > 0 && cell % spec.cellsPerStage() == 0) {
        node = reduction(spec.stage(cell), node);
      }
      node = cell(cell, node);
    }
    head(node);
    return graph.build();
  }

  private String cell(int cell, String input) {
    String[] nodes = new String[Edge.OUTPUT_NODE + 1];
    nodes[0] = input;
    for (int node = 1; node < nodes.length; node++) {
      List<String> edges =
          Edge.into(node).stream().map(edge -> edge(cell, edge, nodes[edge.source()])).toList();
      nodes[node] = sum("cell." + cell + ".node." + node, edges);
    }
    return nodes[Edge.OUTPUT_NODE];
  }

  private String edge(int cell, Edge edge, String source) {
    Operation operation = operation(spec, edge);
    String name = SupernetLayout.operationName(cell, edge, operation);
    int channels = spec.channels(spec.stage(cell));
    return switch (operation) {
      case NONE -> scale(name, source, 0);
      case SKIP_CONNECT -> scale(name, source, 1);
      case NOR_CONV_1X1 -> reluConvolutionNorm(name, source, channels, channels, 1, 1);
      case NOR_CONV_3X3 -> reluConvolutionNorm(name, source, channels, channels, 3, 1);
      case AVG_POOL_3X3 -> pool(name, source, 3, 1, 1);
    };
  }

  /** The residual block that halves the image and leads to a stage. */
  private String reduction(int stage, String input) {
    String name = SupernetLayout.reductionName(stage);
    int from = spec.channels(stage - 1);
    int to = spec.channels(stage);
    String first = reluConvolutionNorm(name + ".first", input, from, to, 3, 2);
    String second = reluConvolutionNorm(name + ".second", first, to, to, 3, 1);
    String shortcut = name + ".shortcut";
    String halved = pool(shortcut + ".pool", input, 2, 2, 0);
    return sum(name, List.of(convolution(shortcut, halved, from, to, 1, 1), second));
  }

  private void head(String input) {
    int channels = spec.channels(SupernetSpec.STAGES - 1);
    String features = relu("head", norm("head", input));
    graph.addLayer("head.pool", new GlobalPoolingLayer(PoolingType.AVG), features);
    graph.addLayer(
        CLASSIFIER,
        new OutputLayer.Builder(LossFunction.MCXENT)
            .activation(Activation.SOFTMAX)
            .nIn(channels)
            .nOut(spec.classes())
            .build(),
        "head.pool");
    graph.setOutputs(CLASSIFIER);
  }

  private String reluConvolutionNorm(
      String name, String input, int from, int to, int kernel, int stride) {
    return norm(name, convolution(name, relu(name, input), from, to, kernel, stride));
  }

  private String relu(String name, String input) {
    return added(name + ".relu", new ActivationLayer(Activation.RELU), input);
  }

  private String convolution(String name, String input, int from, int to, int kernel, int stride) {
    int padding = (kernel - 1) / 2;
    return added(
        convolutionName(name),
        new ConvolutionLayer.Builder(kernel, kernel)
            .stride(stride, stride)
            .padding(padding, padding)
            .nIn(from)
            .nOut(to)
            .hasBias(false)
            .build(),
        input);
  }

  private String norm(String name, String input) {
    return added(
        normName(name),
        new BatchNormalization.Builder()
            .eps(SupernetSpec.EPSILON)
            .decay(1 - SupernetSpec.MOMENTUM)
            .useLogStd(false)
            .build(),
        input);
  }

  private String pool(String name, String input, int side, int stride, int padding) {
    return added(
        name,
        new SubsamplingLayer.Builder(PoolingType.AVG)
            .kernelSize(side, side)
            .stride(stride, stride)
            .padding(padding, padding)
            .avgPoolIncludePadInDivisor(false)
            .build(),
        input);
  }

  private String scale(String name, String input, double factor) {
    graph.addVertex(name, new ScaleVertex(factor), input);
    return name;
  }

  private String sum(String name, List<String> terms) {
    if (terms.size() == 1) {
      return terms.get(0);
    }
    graph.addVertex(
        name, new ElementWiseVertex(ElementWiseVertex.Op.Add), terms.toArray(String[]::new));
    return name;
  }

  private String added(String name, org.deeplearning4j.nn.conf.layers.Layer layer, String input) {
    graph.addLayer(name, layer, input);
    return name;
  }
}
