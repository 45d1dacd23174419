package org.dartboard.engine.secondorder;

import static org.dartboard.engine.secondorder.FlatDoubles.derivative;
import static org.dartboard.engine.secondorder.FlatDoubles.distance;
import static org.dartboard.engine.secondorder.FlatDoubles.norm;
import static org.dartboard.engine.secondorder.FlatDoubles.sum;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dartboard.engine.RandomCase;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.engine.reference.Rounding;
import org.dartboard.engine.secondorder.ReferenceLoss.Gradients;
import org.junit.jupiter.api.Test;

class UnrolledGradientTest {
  /** A rate at which the implicit part weighs as much as the other. */
  private static final WeightStep STEP = new WeightStep(0.3, 0.9, 0.01);

  /** A problem in double precision. */
  private static final class Reference {
    private final TinyProblem problem;
    private final ReferenceLoss training;
    private final ReferenceLoss validation;
    private final double[] w;
    private final double[] momentum;

    Reference(TinyProblem problem) {
      this.problem = problem;
      training = new ReferenceLoss(problem, problem.training(), Rounding.exact());
      validation = new ReferenceLoss(problem, problem.validation(), Rounding.exact());
      w = RandomCase.doubles(problem.input().weights());
      momentum = RandomCase.doubles(problem.momentum());
    }

    /** w'. */
    double[] unrolled(double[] alpha) {
      double[] change = sum(training.at(w, alpha).weights(), STEP.weightDecay(), w);
      return sum(w, -STEP.rate(), sum(change, STEP.momentum(), momentum));
    }

    Gradients atUnrolled() {
      return validation.at(unrolled(problem.alpha()), problem.alpha());
    }

    /** The central difference of the whole map from alpha to the validation loss at w'. */
    double[] wholeGradient(double step) {
      double[] gradient = new double[problem.alpha().length];
      for (int i = 0; i < gradient.length; i++) {
        double[] direction = new double[gradient.length];
        direction[i] = 1;
        gradient[i] =
            derivative(
                alpha -> new double[] {validation.at(unrolled(alpha), alpha).loss()},
                problem.alpha(),
                direction,
                step)[0];
      }
      return gradient;
    }

    /** The papers' formula for the part that goes through w'. */
    double[] implicit(double displacement) {
      double[] direction = atUnrolled().weights();
      double[] product =
          derivative(
              place -> training.at(place, problem.alpha()).architecture(),
              w,
              direction,
              displacement / norm(direction));
      return sum(new double[product.length], -STEP.rate(), product);
    }

    boolean isSmooth(double displacement) {
      double[] direction = atUnrolled().weights();
      double step = displacement / norm(direction);
      long sides = training.at(w, problem.alpha()).sides();
      return sides == training.at(sum(w, step, direction), problem.alpha()).sides()
          && sides == training.at(sum(w, -step, direction), problem.alpha()).sides();
    }
  }

  @Test
  void theImplicitPartIsThatOfTheWholeMapInDoublePrecision() {
    double displacement = 5e-4;
    int smooth = 0;
    for (long seed = 1; seed <= 15; seed++) {
      TinyProblem problem = TinyProblem.of(seed);
      Reference reference = new Reference(problem);
      if (!reference.isSmooth(displacement)) {
        continue;
      }
      double[] whole = reference.wholeGradient(1e-5);
      if (distance(reference.wholeGradient(2e-5), whole) > 1e-6) {
        continue; // A ReLU stands so near its corner that the difference meets it.
      }
      smooth++;
      double[] direct = reference.atUnrolled().architecture();
      double[] implicit = sum(gradient(problem, displacement), -1, direct);
      assertTrue(
          distance(implicit, sum(whole, -1, direct)) < 1e-2, () -> problem.training().name());
    }
    int met = smooth;
    assertTrue(met >= 5, () -> "only " + met + " problems were smooth");
  }

  @Test
  void itIsThePapersFormulaAlsoWhereReluChangesSides() {
    int agree = 0;
    for (long seed = 1; seed <= 20; seed++) {
      TinyProblem problem = TinyProblem.of(seed);
      Reference reference = new Reference(problem);
      double[] direct = reference.atUnrolled().architecture();
      double[] implicit = sum(gradient(problem, Displacement.DARTS), -1, direct);
      agree += distance(implicit, reference.implicit(Displacement.DARTS)) < 1e-2 ? 1 : 0;
    }
    // Rounding may put a leg on the other side of a corner, though seldom.
    int met = agree;
    assertTrue(met >= 19, () -> "only " + met + " of 20 agree");
  }

  @Test
  void theLossIsThatOfTheUnrolledWeights() {
    TinyProblem problem = TinyProblem.of(3);
    try (Supernet supernet = new OneDnnSupernet(problem.spec(), problem.images())) {
      double loss =
          new UnrolledGradient(new GradientProbe(supernet, problem.map(), problem.images()))
              .gradient(
                  problem.point(),
                  problem.trainingLoss(),
                  problem.validationLoss(),
                  problem.momentum(),
                  STEP,
                  new double[problem.alpha().length]);
      assertEquals(new Reference(problem).atUnrolled().loss(), loss, 1e-4);
    }
  }

  /** A schedule may come to 0; the weights then stay where they are. */
  @Test
  void withARateOfZeroItIsTheGradientOfFirstOrder() {
    TinyProblem problem = TinyProblem.of(2);
    double[] expected = new double[problem.alpha().length];
    double[] gradient = new double[problem.alpha().length];
    try (Supernet supernet = new OneDnnSupernet(problem.spec(), problem.images())) {
      GradientProbe probe = new GradientProbe(supernet, problem.map(), problem.images());
      double loss = probe.architectureGradient(problem.point(), problem.validationLoss(), expected);
      double found =
          new UnrolledGradient(probe)
              .gradient(
                  problem.point(),
                  problem.trainingLoss(),
                  problem.validationLoss(),
                  problem.momentum(),
                  new WeightStep(0, 0.9, 0.01),
                  gradient);
      assertEquals(loss, found);
    }
    assertArrayEquals(expected, gradient);
  }

  @Test
  void stepsThatAreNoneAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new WeightStep(-0.1, 0.9, 0));
    assertThrows(IllegalArgumentException.class, () -> new WeightStep(0.1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new WeightStep(0.1, 0.9, -1));
    assertThrows(IllegalArgumentException.class, () -> new WeightStep(Double.NaN, 0.9, 0));
  }

  private static double[] gradient(TinyProblem problem, double displacement) {
    double[] gradient = new double[problem.alpha().length];
    try (Supernet supernet = new OneDnnSupernet(problem.spec(), problem.images())) {
      GradientProbe probe = new GradientProbe(supernet, problem.map(), problem.images());
      new UnrolledGradient(probe, displacement)
          .gradient(
              problem.point(),
              problem.trainingLoss(),
              problem.validationLoss(),
              problem.momentum(),
              STEP,
              gradient);
    }
    return gradient;
  }
}
