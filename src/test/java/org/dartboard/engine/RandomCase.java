package org.dartboard.engine;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.data.Batch;
import org.dartboard.data.Layout;
import org.dartboard.engine.reference.ReferenceSupernet;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * A seeded random call of a supernet: arguments, knobs, images and labels.
 *
 * @param name for messages
 */
public record RandomCase(
    String name,
    SupernetSpec spec,
    SupernetLayout layout,
    SupernetInput input,
    Knobs knobs,
    Batch batch) {

  /** A random small network with random options, and a random call of it. */
  public static RandomCase of(long seed) {
    UniformRandomProvider random = stream(seed);
    int[] sizes = {4, 8, 12};
    int denominator = 2 << random.nextInt(2);
    int policy = random.nextInt(5);
    PartialChannels partial =
        switch (policy) {
          case 0 -> new PartialChannels.First(denominator);
          case 1 -> new PartialChannels.Random(denominator);
          case 2 -> new PartialChannels.Attention(denominator, 1 + random.nextInt(3));
          default -> new PartialChannels.All();
        };
    int width = denominator * (1 + random.nextInt(2)) + (policy > 2 ? random.nextInt(2) : 0);
    List<Set<Operation>> operations = new ArrayList<>();
    for (int edge = 0; edge < Edge.COUNT; edge++) {
      operations.add(someOperations(random));
    }
    SupernetSpec spec =
        new SupernetSpec(
            width,
            1 + random.nextInt(2),
            sizes[random.nextInt(sizes.length)],
            2 + random.nextInt(4),
            operations,
            random.nextBoolean(),
            random.nextBoolean(),
            partial,
            random.nextInt(4) == 0);
    Knobs knobs =
        new Knobs(
            random.nextInt(4) != 0,
            random.nextInt(3) == 0 ? 0.3 : 0,
            random.nextDouble(-1, 1),
            random.nextLong());
    // Batch norm of one number is nothing but its shift, so the last stage must have more.
    int least = spec.side(2) == 1 ? 2 : 1;
    return of("case " + seed, spec, knobs, least + random.nextInt(3), seed);
  }

  /** A random call of a given network. */
  public static RandomCase of(
      String name, SupernetSpec spec, Knobs knobs, int batchSize, long seed) {
    UniformRandomProvider random = stream(~seed);
    SupernetLayout layout = SupernetLayout.of(spec);
    FloatBuffer weights = FlatBuffers.allocate(layout.weights().length());
    FloatBuffer state = FlatBuffers.allocate(layout.state().length());
    WeightInitialization.weights(layout, new RandomStreams("random case", seed), weights);
    for (Slice slice : layout.weights().slices()) {
      boolean shifts = slice.kind() == Slice.Kind.GAMMA || slice.kind() == Slice.Kind.BETA;
      for (int i = slice.offset(); shifts && i < slice.end(); i++) {
        weights.put(i, weights.get(i) + (float) random.nextDouble(-0.5, 0.5));
      }
    }
    for (Slice slice : layout.state().slices()) {
      boolean variance = slice.kind() == Slice.Kind.RUNNING_VARIANCE;
      for (int i = slice.offset(); i < slice.end(); i++) {
        state.put(i, (float) (variance ? random.nextDouble(0.3, 2) : random.nextDouble(-0.5, 0.5)));
      }
    }
    SupernetInput input = new SupernetInput(spec, weights, state);
    for (int i = 0; i < input.operationWeights().length; i++) {
      input.operationWeights()[i] = random.nextInt(12) == 0 ? 0 : (float) random.nextDouble(-1, 1);
      if (input.modes()[i] == OperationMode.ACTIVE) {
        int draw = random.nextInt(8);
        input.modes()[i] =
            draw == 0 ? OperationMode.OFF : draw == 1 ? OperationMode.SCALAR : OperationMode.ACTIVE;
      }
    }
    emptyConstantEdges(spec, input);
    for (int i = 0; i < input.edgeWeights().length; i++) {
      input.edgeWeights()[i] = (float) random.nextDouble(0.2, 1.2);
    }
    Batch batch = Batch.allocate(batchSize, spec.imageSize(), Layout.NHWC);
    for (int i = 0; i < batch.images().capacity(); i++) {
      batch.images().put(i, (float) random.nextDouble(-2, 2));
    }
    for (int i = 0; i < batchSize; i++) {
      batch.labels()[i] = random.nextInt(spec.classes());
    }
    batch.setSize(batchSize);
    return new RandomCase(name, spec, layout, input, knobs, batch);
  }

  /**
   * Sets p to 0 for operations that are taken as numbers on edges that carry nothing else, as is so
   * wherever a search uses them. Otherwise a node could be one number everywhere, and batch norm of
   * that is nothing but rounding errors.
   */
  private static void emptyConstantEdges(SupernetSpec spec, SupernetInput input) {
    for (int edge = 0; edge < spec.edgeWeights(); edge++) {
      boolean carries = false;
      for (Operation operation : Operation.values()) {
        int index = edge * Operation.COUNT + operation.code();
        carries |=
            operation != Operation.NONE
                && input.modes()[index] == OperationMode.ACTIVE
                && input.operationWeights()[index] != 0;
      }
      for (int code = 0; code < Operation.COUNT && !carries; code++) {
        if (input.modes()[edge * Operation.COUNT + code] == OperationMode.SCALAR) {
          input.operationWeights()[edge * Operation.COUNT + code] = 0;
        }
      }
    }
  }

  /** The same call for the reference. */
  public ReferenceSupernet.Arguments forReference() {
    return new ReferenceSupernet.Arguments(
        doubles(input.weights()),
        doubles(input.state()),
        input.operationWeights().clone(),
        input.modes().clone(),
        input.edgeWeights().clone(),
        knobs,
        doubles(batch.images()),
        batch.labels().clone());
  }

  /** A buffer's numbers. */
  public static double[] doubles(FloatBuffer buffer) {
    double[] numbers = new double[buffer.capacity()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = buffer.get(i);
    }
    return numbers;
  }

  private static Set<Operation> someOperations(UniformRandomProvider random) {
    Set<Operation> some = EnumSet.noneOf(Operation.class);
    while (some.isEmpty()) {
      for (Operation operation : Operation.values()) {
        if (random.nextInt(3) != 0) {
          some.add(operation);
        }
      }
    }
    return some;
  }

  private static UniformRandomProvider stream(long seed) {
    return new RandomStreams("random case", seed).stream("all");
  }
}
