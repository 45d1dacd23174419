package org.dartboard.dl4j;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dartboard.data.Normalization;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.io.AtomicFiles;
import org.dartboard.space.Edge;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Makes DL4J models of networks with one operation on each edge.
 *
 * <p>In evaluation mode a model gives the probabilities that the engines' logits stand for. It
 * takes images of [image][channel][row][column], normalised as the network's training had them.
 */
public final class Dl4jExport {
  private Dl4jExport() {}

  /**
   * A network with its weights.
   *
   * @param spec as {@link SupernetSpec#discrete} makes it
   * @param weights w, as long as the spec's layout
   * @param state s, as long as the spec's layout
   * @throws IllegalArgumentException naming everything that keeps the spec from being a network
   *     that the benchmark trains, or a buffer of another length
   */
  public static ComputationGraph network(
      SupernetSpec spec, FloatBuffer weights, FloatBuffer state) {
    SupernetLayout layout = SupernetLayout.of(spec);
    requireDiscrete(spec);
    requireLength("weights", weights, layout.weights().length());
    requireLength("running statistics", state, layout.state().length());
    ComputationGraph graph = new ComputationGraph(NetworkGraph.of(spec));
    graph.init();
    WeightTransfer.copy(layout, weights, state, graph);
    return graph;
  }

  /**
   * Writes a model file, which DL4J's {@code ModelSerializer} reads: the graph and, as its
   * normaliser, what images with values of 0 to 255 go through before it.
   *
   * @param file replaced if it is there; the folders above it are made
   */
  public static void write(ComputationGraph graph, Normalization normalization, Path file)
      throws IOException {
    Path beside = AtomicFiles.beside(file);
    try {
      ModelSerializer.writeModel(graph, beside.toFile(), false);
      // Given together with the graph, DL4J flushes a stream after closing it: Dl4jDefectsTest.
      ModelSerializer.addNormalizerToModel(beside.toFile(), normalizer(normalization));
      AtomicFiles.publish(beside, file.toAbsolutePath());
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** The same normalisation as DL4J has it. */
  public static NormalizerStandardize normalizer(Normalization normalization) {
    return new NormalizerStandardize(
        Nd4j.createFromArray(floats(normalization.mean())),
        Nd4j.createFromArray(floats(normalization.deviation())));
  }

  private static float[] floats(List<Double> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i).floatValue();
    }
    return floats;
  }

  private static void requireDiscrete(SupernetSpec spec) {
    List<String> defects = new ArrayList<>();
    for (Edge edge : Edge.all()) {
      int operations = spec.operations().get(edge.ordinal()).size();
      if (operations != 1) {
        defects.add("edge " + edge.ordinal() + " has " + operations + " operations, not 1");
      }
    }
    if (!spec.affine()) {
      defects.add("batch norm is not affine");
    }
    if (!spec.runningStatistics()) {
      defects.add("batch norm keeps no running statistics");
    }
    if (!(spec.partialChannels() instanceof PartialChannels.All)) {
      defects.add("operations see a part of the channels");
    }
    if (spec.auxiliarySkip()) {
      defects.add("edges have an auxiliary skip");
    }
    if (!defects.isEmpty()) {
      throw new IllegalArgumentException(
          "only networks of one architecture can be exported, and this is another: "
              + String.join("; ", defects));
    }
  }

  private static void requireLength(String what, FloatBuffer buffer, int length) {
    if (buffer.capacity() != length) {
      throw new IllegalArgumentException(
          "the %s are %d numbers, not the %d of the network"
              .formatted(what, buffer.capacity(), length));
    }
  }
}
