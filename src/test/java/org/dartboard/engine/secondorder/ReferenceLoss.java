package org.dartboard.engine.secondorder;

import org.dartboard.engine.RandomCase;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.reference.ReferenceSupernet;
import org.dartboard.engine.reference.Rounding;

/** A batch's loss as a function of w and alpha in double precision, with both gradients. */
final class ReferenceLoss {
  private final RandomCase network;
  private final RandomCase data;
  private final ArchitectureMap map;
  private final Rounding rounding;
  private final SupernetInput input;
  private final SupernetOutput output;

  /**
   * @param data whose batch it is
   * @param rounding what happens to each number on the way
   */
  ReferenceLoss(TinyProblem problem, RandomCase data, Rounding rounding) {
    this.network = problem.training();
    this.data = data;
    this.map = problem.map();
    this.rounding = rounding;
    this.input =
        new SupernetInput(network.spec(), network.input().weights(), network.input().state());
    this.output = new SupernetOutput(network.spec(), network.layout(), 1);
  }

  /** One evaluation. */
  record Gradients(double loss, double[] weights, double[] architecture, long sides) {}

  Gradients at(double[] w, double[] alpha) {
    map.apply(alpha, input);
    ReferenceSupernet.Arguments given = data.forReference();
    double[] rounded = w.clone();
    rounding.round(rounded);
    ReferenceSupernet reference =
        new ReferenceSupernet(
            network.spec(),
            network.layout(),
            new ReferenceSupernet.Arguments(
                rounded,
                given.s(),
                input.operationWeights().clone(),
                network.input().modes(),
                network.input().edgeWeights(),
                given.knobs(),
                given.images(),
                given.labels()),
            rounding);
    System.arraycopy(
        reference.operationGradient(),
        0,
        output.operationGradient(),
        0,
        output.operationGradient().length);
    double[] architecture = new double[map.parameters()];
    map.pullBack(alpha, output, architecture);
    return new Gradients(
        reference.loss(), reference.weightGradient(), architecture, reference.sides());
  }
}
