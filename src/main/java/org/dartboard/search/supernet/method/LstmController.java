package org.dartboard.search.supernet.method;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * ENAS's controller: an LSTM of two layers that draws one operation after the other, edge by edge.
 *
 * <p>The first input is learnt; after that it is the embedding of the operation that was drawn. The
 * logits of a step are c tanh(z / t), where z is linear in the upper layer's output, c = 2.5 and t
 * = 5. All parameters lie in one array and start uniform in plus or minus 0.1.
 */
final class LstmController {
  private static final int LAYERS = 2;
  private static final double TANH_CONSTANT = 2.5;
  private static final double TEMPERATURE = 5;
  private static final double INITIAL_RANGE = 0.1;

  private final int size;
  private final int gates;
  private final int layerLength;
  private final int embeddings;
  private final int layers;
  private final int predictor;
  private final double[] parameters;

  /**
   * @param size width of embeddings and layers; 32 in ENAS on this space
   */
  LstmController(int size, UniformRandomProvider random) {
    this.size = size;
    this.gates = 4 * size;
    // For each gate: input weights, recurrent weights and a bias.
    this.layerLength = gates * (2 * size + 1);
    this.embeddings = size;
    this.layers = embeddings + Operation.COUNT * size;
    this.predictor = layers + LAYERS * layerLength;
    this.parameters = new double[predictor + Operation.COUNT * (size + 1)];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = random.nextDouble(-INITIAL_RANGE, INITIAL_RANGE);
    }
  }

  /** The parameters themselves, for an optimiser. */
  double[] parameters() {
    return parameters;
  }

  /**
   * A cell, how it was drawn, and its entropy.
   *
   * @param cell what was drawn
   * @param logProbability natural logarithm of its probability
   * @param entropy sum over the edges of the entropy of the distribution that was drawn from
   */
  record Sample(Cell cell, double logProbability, double entropy) {}

  /** Draws a cell. */
  Sample sample(UniformRandomProvider random) {
    return sample(new Unrolled(), random);
  }

  /** Evaluates a given cell. */
  Sample of(Cell cell) {
    return follow(new Unrolled(), cell);
  }

  /** Adds factor times the gradient of the cell's log probability. */
  void addGradient(Cell cell, double factor, double[] into) {
    Unrolled unrolled = new Unrolled();
    follow(unrolled, cell);
    unrolled.backward(factor, into);
  }

  private Sample sample(Unrolled unrolled, UniformRandomProvider random) {
    double entropy = 0;
    double logProbability = 0;
    Operation[] operations = new Operation[Edge.COUNT];
    for (int step = 0; step < Edge.COUNT; step++) {
      double[] p = unrolled.forward(step);
      int drawn = Decoding.position(p, random);
      unrolled.chosen[step] = drawn;
      operations[step] = Operation.ofCode(drawn);
      logProbability += Math.log(p[drawn]);
      entropy += entropy(p);
    }
    return new Sample(Cell.of(operations), logProbability, entropy);
  }

  private Sample follow(Unrolled unrolled, Cell cell) {
    double entropy = 0;
    double logProbability = 0;
    for (int step = 0; step < Edge.COUNT; step++) {
      double[] p = unrolled.forward(step);
      unrolled.chosen[step] = cell.operation(Edge.at(step)).code();
      logProbability += Math.log(p[unrolled.chosen[step]]);
      entropy += entropy(p);
    }
    return new Sample(cell, logProbability, entropy);
  }

  private static double entropy(double[] p) {
    double entropy = 0;
    for (double value : p) {
      entropy -= value * Math.log(value);
    }
    return entropy;
  }

  /** The controller unrolled over the edges: what the gradient needs of each step. */
  private final class Unrolled {
    private final int[] chosen = new int[Edge.COUNT];
    private final double[][] probabilities = new double[Edge.COUNT][];
    private final double[][] tanhs = new double[Edge.COUNT][Operation.COUNT];
    private final double[][][] inputs = new double[Edge.COUNT][LAYERS][];
    // Input, forget, cell and output gate after their nonlinearities.
    private final double[][][] gateValues = new double[Edge.COUNT][LAYERS][gates];
    private final double[][][] cellStates = new double[Edge.COUNT][LAYERS][size];
    private final double[][][] outputs = new double[Edge.COUNT][LAYERS][size];

    /** The probabilities of a step, whose predecessors have been chosen. */
    double[] forward(int step) {
      int from = step == 0 ? 0 : embeddings + chosen[step - 1] * size;
      double[] x = Arrays.copyOfRange(parameters, from, from + size);
      for (int layer = 0; layer < LAYERS; layer++) {
        inputs[step][layer] = x;
        layer(step, layer);
        x = outputs[step][layer];
      }
      double[] logits = new double[Operation.COUNT];
      double total = 0;
      for (int code = 0; code < Operation.COUNT; code++) {
        double z = parameters[predictor + Operation.COUNT * size + code];
        for (int i = 0; i < size; i++) {
          z += parameters[predictor + code * size + i] * x[i];
        }
        tanhs[step][code] = Math.tanh(z / TEMPERATURE);
        logits[code] = Math.exp(TANH_CONSTANT * tanhs[step][code]);
        total += logits[code];
      }
      for (int code = 0; code < Operation.COUNT; code++) {
        logits[code] /= total;
      }
      probabilities[step] = logits;
      return logits;
    }

    private void layer(int step, int layer) {
      double[] x = inputs[step][layer];
      double[] before = step == 0 ? new double[size] : outputs[step - 1][layer];
      double[] cellBefore = step == 0 ? new double[size] : cellStates[step - 1][layer];
      double[] g = gateValues[step][layer];
      for (int gate = 0; gate < gates; gate++) {
        int row = layers + layer * layerLength + gate * (2 * size + 1);
        double sum = parameters[row + 2 * size];
        for (int i = 0; i < size; i++) {
          sum += parameters[row + i] * x[i] + parameters[row + size + i] * before[i];
        }
        g[gate] = gate / size == 2 ? Math.tanh(sum) : 1 / (1 + Math.exp(-sum));
      }
      for (int i = 0; i < size; i++) {
        double state = g[size + i] * cellBefore[i] + g[i] * g[2 * size + i];
        cellStates[step][layer][i] = state;
        outputs[step][layer][i] = g[3 * size + i] * Math.tanh(state);
      }
    }

    /** Backpropagation through time of factor times the log probability of what was chosen. */
    void backward(double factor, double[] into) {
      double[][] outputGradient = new double[LAYERS][size];
      double[][] cellGradient = new double[LAYERS][size];
      for (int step = Edge.COUNT - 1; step >= 0; step--) {
        predictorBackward(step, factor, outputGradient[LAYERS - 1], into);
        for (int layer = LAYERS - 1; layer >= 0; layer--) {
          double[] below =
              layerBackward(step, layer, outputGradient[layer], cellGradient[layer], into);
          if (layer > 0) {
            add(below, outputGradient[layer - 1]);
          } else {
            int from = step == 0 ? 0 : embeddings + chosen[step - 1] * size;
            for (int i = 0; i < size; i++) {
              into[from + i] += below[i];
            }
          }
        }
      }
    }

    private void predictorBackward(int step, double factor, double[] upper, double[] into) {
      double[] x = outputs[step][LAYERS - 1];
      for (int code = 0; code < Operation.COUNT; code++) {
        double tanh = tanhs[step][code];
        double logit = (code == chosen[step] ? 1 : 0) - probabilities[step][code];
        double z = factor * logit * TANH_CONSTANT * (1 - tanh * tanh) / TEMPERATURE;
        into[predictor + Operation.COUNT * size + code] += z;
        for (int i = 0; i < size; i++) {
          into[predictor + code * size + i] += z * x[i];
          upper[i] += z * parameters[predictor + code * size + i];
        }
      }
    }

    /**
     * One layer of one step. Leaves in both gradients those of the step before.
     *
     * @return the gradient of the layer's input
     */
    private double[] layerBackward(
        int step, int layer, double[] outputGradient, double[] cellGradient, double[] into) {
      double[] g = gateValues[step][layer];
      double[] sums = new double[gates];
      for (int i = 0; i < size; i++) {
        double before = step == 0 ? 0 : cellStates[step - 1][layer][i];
        double tanh = Math.tanh(cellStates[step][layer][i]);
        double output = outputGradient[i];
        double state = cellGradient[i] + output * g[3 * size + i] * (1 - tanh * tanh);
        sums[i] = state * g[2 * size + i] * g[i] * (1 - g[i]);
        sums[size + i] = state * before * g[size + i] * (1 - g[size + i]);
        sums[2 * size + i] = state * g[i] * (1 - g[2 * size + i] * g[2 * size + i]);
        sums[3 * size + i] = output * tanh * g[3 * size + i] * (1 - g[3 * size + i]);
        cellGradient[i] = state * g[size + i];
        outputGradient[i] = 0;
      }
      double[] x = inputs[step][layer];
      double[] inputGradient = new double[size];
      for (int gate = 0; gate < gates; gate++) {
        int row = layers + layer * layerLength + gate * (2 * size + 1);
        into[row + 2 * size] += sums[gate];
        for (int i = 0; i < size; i++) {
          into[row + i] += sums[gate] * x[i];
          inputGradient[i] += sums[gate] * parameters[row + i];
          if (step > 0) {
            into[row + size + i] += sums[gate] * outputs[step - 1][layer][i];
            outputGradient[i] += sums[gate] * parameters[row + size + i];
          }
        }
      }
      return inputGradient;
    }

    private void add(double[] from, double[] to) {
      for (int i = 0; i < size; i++) {
        to[i] += from[i];
      }
    }
  }
}
