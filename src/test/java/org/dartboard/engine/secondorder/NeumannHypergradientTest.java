package org.dartboard.engine.secondorder;

import static org.dartboard.engine.secondorder.FlatDoubles.derivative;
import static org.dartboard.engine.secondorder.FlatDoubles.distance;
import static org.dartboard.engine.secondorder.FlatDoubles.dot;
import static org.dartboard.engine.secondorder.FlatDoubles.norm;
import static org.dartboard.engine.secondorder.FlatDoubles.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dartboard.engine.RandomCase;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.engine.reference.Rounding;
import org.dartboard.engine.secondorder.ReferenceLoss.Gradients;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeumannHypergradientTest {
  private static final double EXACT_STEP = 1e-6;

  /** A problem in double precision. */
  private static final class Reference {
    private final TinyProblem problem;
    private final ReferenceLoss training;
    private final double[] w;
    private final Gradients validation;
    private long sides;
    private boolean smooth = true;

    Reference(TinyProblem problem) {
      this.problem = problem;
      training = new ReferenceLoss(problem, problem.training(), Rounding.exact());
      w = RandomCase.doubles(problem.input().weights());
      validation =
          new ReferenceLoss(problem, problem.validation(), Rounding.exact()).at(w, problem.alpha());
      sides = training.at(w, problem.alpha()).sides();
    }

    /** The exact Hessian times a direction; notes whether wider legs meet a corner. */
    double[] hessian(double[] direction, double displacement) {
      noteCorners(direction, displacement);
      return derivative(
          place -> training.at(place, problem.alpha()).weights(),
          w,
          direction,
          EXACT_STEP / norm(direction));
    }

    double[] mixed(double[] direction, double displacement) {
      noteCorners(direction, displacement);
      return derivative(
          place -> training.at(place, problem.alpha()).architecture(),
          w,
          direction,
          EXACT_STEP / norm(direction));
    }

    private void noteCorners(double[] direction, double displacement) {
      double step = displacement / norm(direction);
      for (double leg : new double[] {-step, step}) {
        smooth &= training.at(sum(w, leg, direction), problem.alpha()).sides() == sides;
      }
    }

    /** The series's part of the hypergradient. */
    double[] implicit(int terms, WeightStep step, double displacement) {
      double[] term = validation.weights();
      double[] all = term;
      for (int k = 0; k < terms; k++) {
        double[] decayed = sum(hessian(term, displacement), step.weightDecay(), term);
        term = sum(term, -step.rate(), decayed);
        all = sum(all, 1, term);
      }
      return times(-step.rate(), mixed(all, displacement));
    }
  }

  @Test
  void twoTermsAreThoseOfTheExactHessian() {
    WeightStep step = new WeightStep(0.2, 0, 0.01);
    double displacement = 3e-4;
    int smooth = 0;
    for (long seed = 1; seed <= 15; seed++) {
      TinyProblem problem = TinyProblem.of(seed);
      Reference reference = new Reference(problem);
      double[] expected = reference.implicit(2, step, displacement);
      if (reference.smooth) {
        smooth++;
        assertTrue(
            distance(implicit(problem, reference, 2, step, displacement), expected) < 2e-2,
            () -> problem.training().name());
      }
    }
    int met = smooth;
    assertTrue(met >= 5, () -> "only " + met + " problems were smooth");
  }

  @ParameterizedTest
  @ValueSource(longs = {38, 39, 44})
  void manyTermsSolveTheLinearSystem(long seed) {
    double displacement = 2e-4;
    TinyProblem problem = TinyProblem.of(seed);
    problem.liftOffCorners();
    Reference reference = new Reference(problem);
    double magnitude = largestMagnitude(reference);
    // So much decay that all eigenvalues lie between one and three times the magnitude.
    double decay = 2 * magnitude;
    WeightStep step = new WeightStep(1 / (3 * magnitude), 0, decay);
    double[] solution = solve(reference, decay);
    double[] expected = times(-1, reference.mixed(solution, displacement));
    assertTrue(reference.smooth, "the reference is smooth");
    double[] many = implicit(problem, reference, 25, step, displacement);
    double[] one = implicit(problem, reference, 1, step, displacement);
    assertTrue(distance(many, expected) < 1e-2, () -> "off by " + distance(many, expected));
    assertTrue(
        distance(one, expected) > 5e-2, () -> "one term is off by only " + distance(one, expected));
  }

  @Test
  void noTermsLeaveTheUnrolledGradientAtTheWeightsThemselves() {
    TinyProblem problem = TinyProblem.of(2);
    Reference reference = new Reference(problem);
    double[] gradient = new double[problem.alpha().length];
    double loss = gradient(problem, 0, new WeightStep(0.1, 0, 0), 1e-4, gradient);
    double[] mixed = reference.mixed(reference.validation.weights(), 1e-4);
    assertEquals(reference.validation.loss(), loss, 1e-5);
    assertTrue(distance(gradient, sum(reference.validation.architecture(), -0.1, mixed)) < 1e-3);
  }

  @Test
  void aNegativeNumberOfTermsIsRefused() {
    TinyProblem problem = TinyProblem.of(1);
    assertThrows(
        IllegalArgumentException.class,
        () -> gradient(problem, -1, new WeightStep(0.1, 0, 0), 0.01, problem.alpha()));
  }

  private static double[] implicit(
      TinyProblem problem, Reference reference, int terms, WeightStep step, double displacement) {
    double[] gradient = new double[problem.alpha().length];
    gradient(problem, terms, step, displacement, gradient);
    return sum(gradient, -1, reference.validation.architecture());
  }

  private static double gradient(
      TinyProblem problem, int terms, WeightStep step, double displacement, double[] into) {
    try (Supernet supernet = new OneDnnSupernet(problem.spec(), problem.images())) {
      GradientProbe probe = new GradientProbe(supernet, problem.map(), problem.images());
      return new NeumannHypergradient(probe, displacement)
          .gradient(
              problem.point(), problem.trainingLoss(), problem.validationLoss(), terms, step, into);
    }
  }

  /** Power iteration: the largest magnitude of an eigenvalue of the Hessian, nearly. */
  private static double largestMagnitude(Reference reference) {
    double[] x =
        new RandomStreams("power iteration", 1)
            .stream("all").doubles(reference.w.length, -1, 1).toArray();
    for (int i = 0; i < 20; i++) {
      x = reference.hessian(times(1 / norm(x), x), EXACT_STEP);
    }
    return norm(x);
  }

  /** (Hessian + decay) x = gradient of the validation loss, by conjugate gradients. */
  private static double[] solve(Reference reference, double decay) {
    double[] x = new double[reference.w.length];
    double[] residual = reference.validation.weights();
    double[] direction = residual;
    double squares = dot(residual, residual);
    double aim = 1e-12 * squares;
    for (int i = 0; squares > aim; i++) {
      assertTrue(i < 200, "conjugate gradients converge");
      double[] product = sum(reference.hessian(direction, EXACT_STEP), decay, direction);
      double length = squares / dot(direction, product);
      x = sum(x, length, direction);
      residual = sum(residual, -length, product);
      double next = dot(residual, residual);
      direction = sum(residual, next / squares, direction);
      squares = next;
    }
    return x;
  }

  private static double[] times(double factor, double[] x) {
    return sum(new double[x.length], factor, x);
  }
}
