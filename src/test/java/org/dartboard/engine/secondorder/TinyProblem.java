package org.dartboard.engine.secondorder;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.OperationMode;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.RandomCase;
import org.dartboard.engine.Slice;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * A seeded random bilevel problem on a network of a few hundred weights.
 *
 * @param training weights, batch and knobs of the training loss
 * @param validation the same network with other images; its weights play no part
 * @param momentum a momentum buffer of the gradient's order of magnitude
 */
record TinyProblem(
    RandomCase training,
    RandomCase validation,
    ArchitectureMap map,
    double[] alpha,
    FloatBuffer momentum) {

  static TinyProblem of(long seed) {
    UniformRandomProvider random = new RandomStreams("tiny problem", seed).stream("all");
    List<Set<Operation>> operations = new ArrayList<>();
    for (int edge = 0; edge < Edge.COUNT; edge++) {
      operations.add(twoOrThree(random));
    }
    boolean partial = random.nextInt(4) == 0;
    SupernetSpec spec =
        new SupernetSpec(
            partial ? 2 : 1 + random.nextInt(2),
            1,
            4 + 4 * random.nextInt(2),
            2 + random.nextInt(2),
            operations,
            random.nextBoolean(),
            random.nextBoolean(),
            partial ? new PartialChannels.Random(2) : new PartialChannels.All(),
            random.nextInt(4) == 0);
    Knobs knobs =
        new Knobs(true, random.nextInt(3) == 0 ? 0.3 : 0, random.nextDouble(), random.nextLong());
    // Batch norm over fewer values than this would make any network ill-conditioned.
    int images = spec.imageSize() == 4 ? 8 : 3;
    RandomCase training = RandomCase.of("problem " + seed, spec, knobs, images, seed);
    for (int i = 0; i < training.input().modes().length; i++) {
      boolean has =
          spec.has(
              Edge.at(i / Operation.COUNT % Edge.COUNT), Operation.ofCode(i % Operation.COUNT));
      training.input().modes()[i] = has ? OperationMode.ACTIVE : OperationMode.OFF;
    }
    RandomCase validation = RandomCase.of("validation " + seed, spec, knobs, images, ~seed);
    ArchitectureMap map = new SharedSoftmax(spec);
    double[] alpha = random.doubles(map.parameters(), -1, 1).toArray();
    FloatBuffer momentum = FlatBuffers.allocate(training.layout().weights().length());
    for (int i = 0; i < momentum.capacity(); i++) {
      momentum.put(i, (float) random.nextDouble(-0.1, 0.1));
    }
    return new TinyProblem(training, validation, map, alpha, momentum);
  }

  /**
   * Moves what batch norm gives far above 0, so that hardly any ReLU comes near its corner, where
   * batch norm is affine.
   */
  void liftOffCorners() {
    for (Slice slice : training.layout().weights().slices()) {
      for (int i = slice.offset(); i < slice.end(); i++) {
        float value = input().weights().get(i);
        switch (slice.kind()) {
          case GAMMA -> input().weights().put(i, 0.4f * value);
          case BETA -> input().weights().put(i, 2 + 0.4f * value);
          default -> {}
        }
      }
    }
  }

  SupernetSpec spec() {
    return training.spec();
  }

  SupernetInput input() {
    return training.input();
  }

  Point point() {
    return new Point(input(), alpha);
  }

  BatchLoss trainingLoss() {
    return new BatchLoss(training.batch(), training.knobs());
  }

  BatchLoss validationLoss() {
    return new BatchLoss(validation.batch(), validation.knobs());
  }

  int images() {
    return training.batch().capacity();
  }

  private static Set<Operation> twoOrThree(UniformRandomProvider random) {
    Set<Operation> some = EnumSet.noneOf(Operation.class);
    int count = 2 + random.nextInt(2);
    while (some.size() < count) {
      some.add(Operation.ofCode(random.nextInt(Operation.COUNT)));
    }
    return some;
  }
}
