package org.dartboard.engine.secondorder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.junit.jupiter.api.Test;

class ArchitectureMapTest {
  private static final SupernetSpec SOME = spec(EnumSet.of(Operation.SKIP_CONNECT, Operation.NONE));
  private static final SupernetSpec ALL = spec(EnumSet.allOf(Operation.class));
  private final UniformRandomProvider random = new RandomStreams("map", 1).stream("all");

  @Test
  void softmaxIsThatOfEachEdgeInEachCell() {
    double[] alpha = new double[30];
    alpha[5] = Math.log(6);
    alpha[29] = 1000;
    SupernetInput input = input(ALL);
    new SharedSoftmax(ALL).apply(alpha, input);
    for (int cell = 0; cell < ALL.cells(); cell++) {
      double[] p = Arrays.copyOfRange(input.operationWeights(), 30 * cell, 30 * cell + 30);
      assertArrayEquals(new double[] {0.2, 0.2, 0.2, 0.2, 0.2}, Arrays.copyOf(p, 5), 1e-15);
      assertArrayEquals(
          new double[] {0.6, 0.1, 0.1, 0.1, 0.1}, Arrays.copyOfRange(p, 5, 10), 1e-15);
      assertArrayEquals(new double[] {0, 0, 0, 0, 1}, Arrays.copyOfRange(p, 25, 30));
    }
  }

  @Test
  void softmaxIsOverTheOperationsThatAnEdgeHas() {
    double[] alpha = {Math.log(3), 0, 50, 60, Double.NaN};
    SupernetInput input = input(SOME);
    new SharedSoftmax(SOME).apply(Arrays.copyOf(alpha, 30), input);
    assertArrayEquals(
        new double[] {0.75, 0.25, 0, 0, 0}, Arrays.copyOf(input.operationWeights(), 5), 1e-15);
  }

  @Test
  void pullingBackIsTheTransposedJacobian() {
    for (SupernetSpec spec : new SupernetSpec[] {ALL, SOME}) {
      for (ArchitectureMap map :
          new ArchitectureMap[] {new SharedSoftmax(spec), new CellWeights(spec)}) {
        double[] alpha = random.doubles(map.parameters(), -1, 1).toArray();
        SupernetOutput output = new SupernetOutput(spec, SupernetLayout.of(spec), 1);
        for (int i = 0; i < spec.operationWeights(); i++) {
          output.operationGradient()[i] = random.nextDouble(-1, 1);
        }
        double[] gradient = new double[map.parameters()];
        map.pullBack(alpha, output, gradient);
        for (int i = 0; i < gradient.length; i++) {
          double[] direction = new double[gradient.length];
          direction[i] = 1;
          double[] change =
              FlatDoubles.derivative(place -> p(spec, map, place), alpha, direction, 1e-5);
          assertEquals(FlatDoubles.dot(change, output.operationGradient()), gradient[i], 1e-9);
        }
      }
    }
  }

  private static double[] p(SupernetSpec spec, ArchitectureMap map, double[] alpha) {
    SupernetInput input = input(spec);
    map.apply(alpha, input);
    return input.operationWeights();
  }

  private static SupernetInput input(SupernetSpec spec) {
    SupernetLayout layout = SupernetLayout.of(spec);
    return new SupernetInput(
        spec,
        FlatBuffers.allocate(layout.weights().length()),
        FlatBuffers.allocate(layout.state().length()));
  }

  private static SupernetSpec spec(Set<Operation> operations) {
    return new SupernetSpec(
        2,
        1,
        4,
        2,
        Collections.nCopies(Edge.COUNT, operations),
        false,
        false,
        new PartialChannels.All(),
        false);
  }
}
