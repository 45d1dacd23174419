package org.dartboard.engine.secondorder;

import static org.dartboard.engine.secondorder.FlatDoubles.derivative;
import static org.dartboard.engine.secondorder.FlatDoubles.distance;
import static org.dartboard.engine.secondorder.FlatDoubles.norm;
import static org.dartboard.engine.secondorder.FlatDoubles.sum;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.function.UnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.engine.DivergenceException;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.RandomCase;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.engine.reference.Rounding;
import org.dartboard.engine.secondorder.ReferenceLoss.Gradients;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Products of single precision against the Hessians of a reference in double precision. */
class HessianProductsTest {
  private static final int PROBLEMS = 40;
  private static final int ROUGH_PROBLEMS = 10;

  /** A block of the Hessian: what is moved and whose gradient is looked at. */
  private enum Block {
    WEIGHTS(true, true),
    MIXED_TO_ARCHITECTURE(true, false),
    MIXED_TO_WEIGHTS(false, true),
    ARCHITECTURE(false, false);

    private final boolean movesWeights;
    private final boolean ofWeights;

    Block(boolean movesWeights, boolean ofWeights) {
      this.movesWeights = movesWeights;
      this.ofWeights = ofWeights;
    }
  }

  /**
   * Compares with the exact Hessian where no ReLU changes sides between the legs, and elsewhere
   * with the same central difference in double precision.
   */
  @ParameterizedTest
  @EnumSource
  void productsAreThoseOfTheReferencesHessian(Block block) {
    int smooth = 0;
    for (long seed = 1; seed <= PROBLEMS; seed++) {
      TinyProblem problem = TinyProblem.of(seed);
      UniformRandomProvider random = new RandomStreams("direction", seed).stream("all");
      double[] w = RandomCase.doubles(problem.input().weights());
      double[] centre = block.movesWeights ? w : problem.alpha();
      double[] direction = random.doubles(centre.length, -1, 1).toArray();
      for (int i = 0; i < direction.length; i++) {
        direction[i] = (float) direction[i];
      }
      double displacement =
          block.movesWeights
              ? Displacement.ofWeights(problem.input().weights())
              : Displacement.ARCHITECTURE;
      double step = displacement / norm(direction);
      ReferenceLoss loss = new ReferenceLoss(problem, problem.training(), Rounding.exact());
      UnaryOperator<double[]> gradient =
          place -> {
            Gradients at = at(loss, block, problem, w, place);
            return block.ofWeights ? at.weights() : at.architecture();
          };
      double[] product = product(block, problem, direction, displacement);
      long sides = at(loss, block, problem, w, centre).sides();
      boolean staysOnItsPiece =
          sides == at(loss, block, problem, w, sum(centre, step, direction)).sides()
              && sides == at(loss, block, problem, w, sum(centre, -step, direction)).sides();
      if (staysOnItsPiece) {
        smooth++;
        double[] exact = derivative(gradient, centre, direction, step / 500);
        assertTrue(
            distance(derivative(gradient, centre, direction, step / 250), exact) < 1e-5,
            () -> problem.training().name() + ": the reference's product is exact");
        assertClose(problem, exact, product, 5e-3);
      } else if (seed <= ROUGH_PROBLEMS
          && !besideCorner(problem, block, w, sum(centre, step, direction))
          && !besideCorner(problem, block, w, sum(centre, -step, direction))) {
        double[] difference = derivative(gradient, centre, direction, step);
        assertClose(problem, difference, product, 2e-3);
      }
    }
    int met = smooth;
    assertTrue(met >= 6, () -> "only " + met + " problems were smooth");
  }

  @Test
  void aDirectionOfZerosGivesZeros() {
    TinyProblem problem = TinyProblem.of(1);
    int weights = problem.input().weights().capacity();
    for (Block block : Block.values()) {
      double[] zeros = new double[block.movesWeights ? weights : problem.alpha().length];
      double[] product = product(block, problem, zeros, 0.01);
      assertArrayEquals(new double[block.ofWeights ? weights : problem.alpha().length], product);
    }
  }

  @Test
  void displacementsThatAreNoneAreRefusedAndDirectionsThatAreNotFiniteAreDivergence() {
    TinyProblem problem = TinyProblem.of(1);
    double[] direction = new double[problem.alpha().length];
    direction[0] = 1;
    for (double displacement : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> product(Block.ARCHITECTURE, problem, direction, displacement));
    }
    direction[0] = Double.NaN;
    assertThrows(
        DivergenceException.class, () -> product(Block.ARCHITECTURE, problem, direction, 0.01));
  }

  @Test
  void aProductOverItsOwnDirectionIsRefused() {
    TinyProblem problem = TinyProblem.of(1);
    FloatBuffer w = FlatBuffers.allocate(problem.input().weights().capacity());
    try (Supernet supernet = new OneDnnSupernet(problem.spec(), problem.images())) {
      HessianProducts products =
          new HessianProducts(new GradientProbe(supernet, problem.map(), problem.images()));
      assertThrows(
          IllegalArgumentException.class,
          () -> products.weights(problem.point(), problem.trainingLoss(), w, 0.01, w));
      double[] alpha = problem.alpha().clone();
      assertThrows(
          IllegalArgumentException.class,
          () -> products.architecture(problem.point(), problem.trainingLoss(), alpha, 0.01, alpha));
    }
  }

  private static Gradients at(
      ReferenceLoss loss, Block block, TinyProblem problem, double[] w, double[] place) {
    return block.movesWeights ? loss.at(place, problem.alpha()) : loss.at(w, place);
  }

  /** Whether rounding may take a ReLU to its other side, where the gradient is another. */
  private static boolean besideCorner(
      TinyProblem problem, Block block, double[] w, double[] place) {
    ReferenceLoss exact = new ReferenceLoss(problem, problem.training(), Rounding.exact());
    long sides = at(exact, block, problem, w, place).sides();
    for (int neighbour = 0; neighbour < 4; neighbour++) {
      UniformRandomProvider random = new RandomStreams("rounding", neighbour).stream("all");
      ReferenceLoss rounded =
          new ReferenceLoss(problem, problem.training(), Rounding.random(random, 0x1p-19));
      if (at(rounded, block, problem, w, place).sides() != sides) {
        return true;
      }
    }
    return false;
  }

  private static double[] product(
      Block block, TinyProblem problem, double[] direction, double displacement) {
    FloatBuffer weights = FlatBuffers.allocate(problem.input().weights().capacity());
    FloatBuffer along = FlatBuffers.allocate(weights.capacity());
    double[] architecture = new double[problem.alpha().length];
    for (int i = 0; block.movesWeights && i < direction.length; i++) {
      along.put(i, (float) direction[i]);
    }
    Point point = problem.point();
    BatchLoss loss = problem.trainingLoss();
    try (Supernet supernet = new OneDnnSupernet(problem.spec(), problem.images())) {
      HessianProducts products =
          new HessianProducts(new GradientProbe(supernet, problem.map(), problem.images()));
      switch (block) {
        case WEIGHTS -> products.weights(point, loss, along, displacement, weights);
        case MIXED_TO_ARCHITECTURE ->
            products.mixedToArchitecture(point, loss, along, displacement, architecture);
        case MIXED_TO_WEIGHTS ->
            products.mixedToWeights(point, loss, direction, displacement, weights);
        case ARCHITECTURE ->
            products.architecture(point, loss, direction, displacement, architecture);
      }
    }
    return block.ofWeights ? RandomCase.doubles(weights) : architecture;
  }

  private static void assertClose(
      TinyProblem problem, double[] expected, double[] actual, double share) {
    double distance = distance(actual, expected);
    assertTrue(
        distance <= share,
        () -> problem.training().name() + ": off by " + distance + " of the product's length");
  }
}
