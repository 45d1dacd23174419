package org.dartboard.dl4j;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.data.Batch;
import org.dartboard.data.BatchMaker;
import org.dartboard.data.ImageSet;
import org.dartboard.data.Layout;
import org.dartboard.data.Normalization;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.random.RandomStreams;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Files with DL4J models, for callers that know nothing of DL4J. */
public final class ModelFile {
  /** How many images {@link #difference} evaluates. */
  public static final int IMAGES = 4;

  private ModelFile() {}

  /**
   * Writes a network as {@link Dl4jExport} makes it.
   *
   * @param spec as {@link SupernetSpec#discrete} makes it
   * @param weights w, as long as the spec's layout
   * @param state s, as long as the spec's layout
   * @param file replaced if it is there
   */
  public static void write(
      SupernetSpec spec,
      FloatBuffer weights,
      FloatBuffer state,
      Normalization normalization,
      Path file)
      throws IOException {
    Dl4jExport.write(Dl4jExport.network(spec, weights, state), normalization, file);
  }

  /**
   * The largest difference between a file's and an engine's probabilities of the classes on {@value
   * #IMAGES} random images.
   *
   * @param engine the network that the file was made of, for {@value #IMAGES} images or more
   * @param weights w
   * @param state s
   */
  public static double difference(
      Path file, Supernet engine, FloatBuffer weights, FloatBuffer state) throws IOException {
    SupernetSpec spec = engine.spec();
    Batch batch = randomImages(spec.imageSize());
    SupernetOutput output = new SupernetOutput(spec, engine.layout(), IMAGES);
    engine.evaluate(
        new SupernetInput(spec, weights, state), Knobs.EVALUATION, batch, Set.of(), output);
    INDArray probabilities =
        ModelSerializer.restoreComputationGraph(file.toFile()).outputSingle(channelsFirst(batch));
    double largest = 0;
    for (int image = 0; image < IMAGES; image++) {
      double[] expected = softmax(output.logits(), image * spec.classes(), spec.classes());
      for (int k = 0; k < expected.length; k++) {
        double difference = Math.abs(expected[k] - probabilities.getDouble(image, k));
        // A number that is none must not pass for a small difference.
        largest = Double.isNaN(difference) ? Double.NaN : Math.max(largest, difference);
      }
    }
    return largest;
  }

  /**
   * A file's accuracy on an epoch of images, in percent, by DL4J's own evaluation.
   *
   * @param images used by nobody else
   */
  public static double accuracy(Path file, BatchMaker images, int classes) throws IOException {
    ComputationGraph graph = ModelSerializer.restoreComputationGraph(file.toFile());
    Evaluation evaluation = graph.evaluate(new ImageIterator(images, classes));
    return 100 * evaluation.accuracy();
  }

  private static Batch randomImages(int side) {
    UniformRandomProvider random = new RandomStreams("model file", 0).stream("images");
    Batch batch = Batch.allocate(IMAGES, side, Layout.NHWC);
    for (int i = 0; i < batch.images().capacity(); i++) {
      batch.images().put(i, (float) random.nextDouble(-2, 2));
    }
    batch.setSize(IMAGES);
    return batch;
  }

  private static INDArray channelsFirst(Batch batch) {
    int side = batch.side();
    float[] values = new float[IMAGES * ImageSet.CHANNELS * side * side];
    batch.images().get(0, values);
    return Nd4j.create(values, new long[] {IMAGES, side, side, ImageSet.CHANNELS}, 'c')
        .permute(0, 3, 1, 2)
        .dup('c');
  }

  private static double[] softmax(float[] logits, int start, int classes) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < classes; k++) {
      largest = Math.max(largest, logits[start + k]);
    }
    double[] shares = new double[classes];
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      shares[k] = Math.exp(logits[start + k] - largest);
      sum += shares[k];
    }
    for (int k = 0; k < classes; k++) {
      shares[k] /= sum;
    }
    return shares;
  }
}
