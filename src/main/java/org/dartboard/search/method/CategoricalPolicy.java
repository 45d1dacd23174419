package org.dartboard.search.method;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * A distribution over cells: on each edge, independently, a softmax over its operations' logits.
 *
 * <p>The logits are one array of 6 x 5 numbers, edge by edge, so that an optimiser can step them.
 */
final class CategoricalPolicy {
  private static final double INITIAL_SCALE = 1e-3;

  private final double[] logits;

  CategoricalPolicy(double[] logits) {
    this.logits = logits;
  }

  /** A nearly uniform policy: logits drawn from a normal distribution, times 0.001. */
  static CategoricalPolicy nearlyUniform(UniformRandomProvider random) {
    ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] logits = new double[Edge.COUNT * Operation.COUNT];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = INITIAL_SCALE * normal.sample();
    }
    return new CategoricalPolicy(logits);
  }

  /** The logits themselves, for an optimiser. */
  double[] logits() {
    return logits;
  }

  Cell sample(UniformRandomProvider random) {
    Operation[] operations = new Operation[Edge.COUNT];
    for (int edge = 0; edge < Edge.COUNT; edge++) {
      double[] probabilities = probabilities(edge);
      double left = random.nextDouble();
      int code = 0;
      while (code < Operation.COUNT - 1 && left >= probabilities[code]) {
        left -= probabilities[code];
        code++;
      }
      operations[edge] = Operation.ofCode(code);
    }
    return Cell.of(operations);
  }

  /** The natural logarithm of a cell's probability. */
  double logProbability(Cell cell) {
    double sum = 0;
    for (int edge = 0; edge < Edge.COUNT; edge++) {
      sum += Math.log(probabilities(edge)[cell.operation(Edge.at(edge)).code()]);
    }
    return sum;
  }

  /** The derivatives of {@link #logProbability} by the logits: one-hot minus probability. */
  double[] logProbabilityGradient(Cell cell) {
    double[] gradient = new double[logits.length];
    for (int edge = 0; edge < Edge.COUNT; edge++) {
      double[] probabilities = probabilities(edge);
      int chosen = cell.operation(Edge.at(edge)).code();
      for (int code = 0; code < Operation.COUNT; code++) {
        gradient[edge * Operation.COUNT + code] = (code == chosen ? 1 : 0) - probabilities[code];
      }
    }
    return gradient;
  }

  /** The probabilities of the operations, by code, of the edge at a position 0 to 5. */
  private double[] probabilities(int edge) {
    int first = edge * Operation.COUNT;
    double highest = Double.NEGATIVE_INFINITY;
    for (int code = 0; code < Operation.COUNT; code++) {
      highest = Math.max(highest, logits[first + code]);
    }
    double[] probabilities = new double[Operation.COUNT];
    double total = 0;
    for (int code = 0; code < Operation.COUNT; code++) {
      probabilities[code] = Math.exp(logits[first + code] - highest);
      total += probabilities[code];
    }
    for (int code = 0; code < Operation.COUNT; code++) {
      probabilities[code] /= total;
    }
    return probabilities;
  }
}
