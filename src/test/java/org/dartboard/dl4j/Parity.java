package org.dartboard.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.EnumSet;
import java.util.Set;
import org.dartboard.data.Batch;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.RandomCase;
import org.dartboard.engine.Slice;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** The same network and batch on the engine and as DL4J has them. */
final class Parity {
  private Parity() {}

  /** What the engine computes of a case's network, all p and q being 1. */
  static SupernetOutput engine(RandomCase call, Knobs knobs) {
    SupernetOutput output = new SupernetOutput(call.spec(), call.layout(), call.batch().size());
    SupernetInput input =
        new SupernetInput(call.spec(), call.input().weights(), call.input().state());
    Set<Want> want =
        knobs.training()
            ? EnumSet.of(Want.WEIGHT_GRADIENT, Want.STATE)
            : EnumSet.noneOf(Want.class);
    try (OneDnnSupernet network = new OneDnnSupernet(call.spec(), call.batch().size())) {
      network.evaluate(input, knobs, call.batch(), want, output);
    }
    return output;
  }

  /** The case's network as DL4J has it. */
  static ComputationGraph graph(RandomCase call) {
    return Dl4jExport.network(call.spec(), call.input().weights(), call.input().state());
  }

  /** Probabilities and logits of the two differ by no more than the tolerance. */
  static void assertSameOutputs(RandomCase call, ComputationGraph graph, double tolerance) {
    int classes = call.spec().classes();
    float[] logits = engine(call, Knobs.EVALUATION).logits();
    INDArray images = images(call.batch());
    INDArray probabilities = graph.outputSingle(images);
    OutputLayer classifier = (OutputLayer) graph.getLayer("classifier").conf().getLayer();
    classifier.setActivationFn(new ActivationIdentity());
    INDArray sums = graph.outputSingle(images);
    for (int image = 0; image < call.batch().size(); image++) {
      double total = 0;
      for (int k = 0; k < classes; k++) {
        total += Math.exp(logits[image * classes + k]);
      }
      for (int k = 0; k < classes; k++) {
        float logit = logits[image * classes + k];
        String place = call.name() + ", image " + image + ", class " + k;
        assertEquals(Math.exp(logit) / total, probabilities.getDouble(image, k), tolerance, place);
        assertEquals(logit, sums.getDouble(image, k), tolerance, place);
      }
    }
  }

  /** The case's batch as DL4J has it. */
  static DataSet dataSet(RandomCase call) {
    return new DataSet(images(call.batch()), labels(call.batch(), call.spec().classes()));
  }

  /** How many numbers of a batch a channel's statistics are taken of, at the place of a slice. */
  static double numbersPerChannel(RandomCase call, Slice slice) {
    String[] name = slice.name().split("\\.");
    int stage =
        switch (name[0]) {
          case "stem" -> 0;
          case "cell" -> call.spec().stage(Integer.parseInt(name[1]));
          case "reduction" -> Integer.parseInt(name[1]) + 1;
          case "head" -> SupernetSpec.STAGES - 1;
          default -> throw new IllegalArgumentException(slice.name());
        };
    int side = call.spec().side(stage);
    return (double) call.batch().size() * side * side;
  }

  /** A slice's numbers. */
  static double[] part(FloatBuffer buffer, Slice slice) {
    double[] part = new double[slice.length()];
    for (int i = 0; i < part.length; i++) {
      part[i] = buffer.get(slice.offset() + i);
    }
    return part;
  }

  /** Images that lie channels last, channels first. */
  static INDArray images(Batch batch) {
    int side = batch.side();
    float[] values = new float[batch.size() * 3 * side * side];
    batch.images().get(0, values);
    return Nd4j.create(values, new long[] {batch.size(), side, side, 3}, 'c')
        .permute(0, 3, 1, 2)
        .dup('c');
  }

  /** A row for each label, with a 1 at its class. */
  static INDArray labels(Batch batch, int classes) {
    INDArray labels = Nd4j.zeros(DataType.FLOAT, batch.size(), classes);
    for (int image = 0; image < batch.size(); image++) {
      labels.putScalar(image, batch.labels()[image], 1);
    }
    return labels;
  }

  /** A graph's numbers for a slice of the flat buffers, in the slice's order. */
  static double[] values(ComputationGraph graph, Slice slice) {
    String name = slice.name().substring(0, slice.name().lastIndexOf('.'));
    String key =
        switch (slice.kind()) {
          case CONVOLUTION -> name + ".convolution_W";
          case MATRIX -> name + "_W";
          case BIAS -> name + "_b";
          case GAMMA -> name + ".norm_gamma";
          case BETA -> name + ".norm_beta";
          case RUNNING_MEAN -> name + ".norm_mean";
          case RUNNING_VARIANCE -> name + ".norm_var";
        };
    INDArray array = graph.getParam(key);
    INDArray ordered = (slice.kind() == Slice.Kind.MATRIX ? array.transpose() : array).dup('c');
    return ordered.data().asDouble();
  }
}
