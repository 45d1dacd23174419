package org.dartboard.engine.reference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.dartboard.engine.FlatLayout;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.Masks;
import org.dartboard.engine.OperationMode;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.Slice;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.jspecify.annotations.Nullable;

/** One evaluation of a supernet in double precision, with all gradients. */
public final class ReferenceSupernet {
  private final SupernetSpec spec;
  private final SupernetLayout layout;
  private final Arguments arguments;
  private final Tape tape;
  private final Map<String, Value> weights = new HashMap<>();
  private final Value p;
  private final Value q;
  private final Value one = new Value(new double[] {1});
  private final Value auxiliary;
  private final double[] nextState;
  private final Images logits;
  private final Value loss;

  /**
   * All that the function depends on.
   *
   * @param w weights, laid out as the layout says
   * @param s running statistics
   * @param p operation weights
   * @param q edge weights
   * @param images [image][row][column][channel]
   */
  public record Arguments(
      double[] w,
      double[] s,
      double[] p,
      OperationMode[] modes,
      double[] q,
      Knobs knobs,
      double[] images,
      int[] labels) {}

  /** The exact evaluation. */
  public ReferenceSupernet(SupernetSpec spec, SupernetLayout layout, Arguments arguments) {
    this(spec, layout, arguments, Rounding.exact());
  }

  /**
   * An evaluation in which each number that an operation computes is rounded.
   *
   * @param rounding what happens to the numbers
   */
  public ReferenceSupernet(
      SupernetSpec spec, SupernetLayout layout, Arguments arguments, Rounding rounding) {
    this.tape = new Tape(rounding);
    this.spec = spec;
    this.layout = layout;
    this.arguments = arguments;
    for (Slice slice : layout.weights().slices()) {
      weights.put(
          slice.name(), new Value(Arrays.copyOfRange(arguments.w, slice.offset(), slice.end())));
    }
    this.p = new Value(arguments.p);
    this.q = new Value(arguments.q);
    this.auxiliary = new Value(new double[] {arguments.knobs.auxiliaryWeight()});
    this.nextState = arguments.s.clone();
    this.logits = network(channelsFirst());
    this.loss = tape.crossEntropy(logits, arguments.labels);
    tape.backward(loss);
  }

  public double loss() {
    return loss.data[0];
  }

  /** [image][class]. */
  public double[] logits() {
    return logits.value().data;
  }

  public double[] weightGradient() {
    double[] gradient = new double[layout.weights().length()];
    for (Slice slice : layout.weights().slices()) {
      System.arraycopy(weight(slice.name()).gradient, 0, gradient, slice.offset(), slice.length());
    }
    return gradient;
  }

  public double[] operationGradient() {
    return p.gradient;
  }

  public double[] edgeGradient() {
    return q.gradient;
  }

  /** How near any ReLU came to its corner; see {@link Tape#nearestCorner}. */
  public double nearestCorner() {
    return tape.nearestCorner();
  }

  /** Which smooth piece of the loss the evaluation was on; see {@link Tape#sides}. */
  public long sides() {
    return tape.sides();
  }

  /** s after the batch. */
  public double[] nextState() {
    return nextState;
  }

  private Images channelsFirst() {
    int side = spec.imageSize();
    Images x = new Images(arguments.labels.length, 3, side);
    for (int n = 0; n < x.count(); n++) {
      for (int c = 0; c < 3; c++) {
        for (int i = 0; i < x.area(); i++) {
          x.value().data[x.at(n, c, 0, i)] = arguments.images[(n * x.area() + i) * 3 + c];
        }
      }
    }
    return x;
  }

  private Images network(Images images) {
    Images x = norm("stem", convolution("stem", images, 1));
    for (int cell = 0; cell < spec.cells(); cell++) {
      if (cell > 0 && cell % spec.cellsPerStage() == 0) {
        x = reduction(SupernetLayout.reductionName(spec.stage(cell)), x);
      }
      x = cell(cell, x);
    }
    Images features = tape.globalAverage(tape.relu(norm("head", x)));
    Images scores = tape.convolution(features, weight("classifier.weight"), spec.classes(), 1, 1);
    return tape.plusBias(scores, weight("classifier.bias"));
  }

  private Images reduction(String name, Images x) {
    Images first = norm(name + ".first", convolution(name + ".first", tape.relu(x), 2));
    Images second = norm(name + ".second", convolution(name + ".second", tape.relu(first), 1));
    Images shortcut = convolution(name + ".shortcut", tape.averagePool(x, 2, 2, 0), 1);
    Images sum = second.sameShape();
    tape.addScaled(sum, second, one, 0);
    tape.addScaled(sum, shortcut, one, 0);
    return sum;
  }

  private Images cell(int cell, Images input) {
    Images[] nodes = {input, input.sameShape(), input.sameShape(), input.sameShape()};
    for (Edge edge : Edge.all()) {
      Images output = edge(cell, edge, nodes[edge.source()]);
      tape.addScaled(nodes[edge.target()], output, q, spec.edgeIndex(cell, edge));
    }
    return nodes[Edge.OUTPUT_NODE];
  }

  private Images edge(int cell, Edge edge, Images x) {
    int selected = spec.partialChannels().selected(x.channels());
    if (spec.partialChannels() instanceof PartialChannels.All) {
      return mixed(cell, edge, x);
    }
    if (spec.partialChannels() instanceof PartialChannels.First first) {
      Images head = tape.channels(x, x, IntStream.range(0, selected).toArray());
      // Behind the mixed channels come all of x, of which the tail is used.
      int groups = first.denominator();
      int[] shuffled = new int[x.channels()];
      for (int c = 0; c < shuffled.length; c++) {
        int from = c % groups * selected + c / groups;
        shuffled[c] = from < selected ? from : selected + from;
      }
      return tape.channels(mixed(cell, edge, head), x, shuffled);
    }
    Images through = x;
    int[] chosen;
    if (spec.partialChannels() instanceof PartialChannels.Attention attention) {
      Images rating = attention(SupernetLayout.edgeName(cell, edge) + ".attention", attention, x);
      through = tape.timesEach(x, rating);
      chosen = highest(rating, selected);
    } else {
      long seed = Masks.edgeSeed(arguments.knobs.maskSeed(), spec.edgeIndex(cell, edge));
      chosen = Masks.channels(seed, x.channels(), selected);
    }
    int[] back = IntStream.range(selected, selected + x.channels()).toArray();
    for (int i = 0; i < selected; i++) {
      back[chosen[i]] = i;
    }
    return tape.channels(mixed(cell, edge, tape.channels(through, through, chosen)), through, back);
  }

  private Images attention(String name, PartialChannels.Attention attention, Images x) {
    return tape.sigmoidOfSum(
        perceptron(name, attention.hidden(x.channels()), tape.globalAverage(x)),
        perceptron(name, attention.hidden(x.channels()), tape.globalMaximum(x)));
  }

  private Images perceptron(String name, int hidden, Images pooled) {
    Images first = tape.convolution(pooled, weight(name + ".first.weight"), hidden, 1, 1);
    return tape.convolution(
        tape.relu(first), weight(name + ".second.weight"), pooled.channels(), 1, 1);
  }

  /** The channels with the largest sums over the batch, ascending. */
  private int[] highest(Images rating, int selected) {
    double[] sums = new double[rating.channels()];
    for (int i = 0; i < rating.value().length(); i++) {
      sums[i % rating.channels()] += rating.value().data[i];
    }
    int[] ranked =
        IntStream.range(0, sums.length)
            .boxed()
            .sorted(Comparator.comparingDouble(c -> -sums[c]))
            .mapToInt(c -> c)
            .toArray();
    double best = sums[ranked[0]];
    tape.noteChoice(sums[ranked[selected - 1]], sums[ranked[selected]], best);
    return Arrays.stream(ranked).limit(selected).sorted().toArray();
  }

  private Images mixed(int cell, Edge edge, Images x) {
    Images sum = x.sameShape();
    for (Operation operation : Operation.values()) {
      int index = spec.operationIndex(cell, edge, operation);
      switch (arguments.modes[index]) {
        case OFF -> {}
        case SCALAR -> tape.addNumber(sum, p, index);
        case ACTIVE -> {
          Images y = operation(cell, edge, operation, x);
          if (y != null) {
            tape.addScaled(sum, y, p, index);
          }
        }
      }
    }
    if (spec.auxiliarySkip()) {
      tape.addScaled(sum, x, auxiliary, 0);
    }
    return sum;
  }

  private @Nullable Images operation(int cell, Edge edge, Operation operation, Images x) {
    String name = SupernetLayout.operationName(cell, edge, operation);
    return switch (operation) {
      case NONE -> null;
      case SKIP_CONNECT -> dropout(spec.edgeIndex(cell, edge), x);
      case NOR_CONV_1X1, NOR_CONV_3X3 -> norm(name, convolution(name, tape.relu(x), 1));
      case AVG_POOL_3X3 -> tape.averagePool(x, 3, 1, 1);
    };
  }

  private Images dropout(int edgeIndex, Images x) {
    double rate = arguments.knobs.effectiveSkipDropout();
    if (rate == 0) {
      return x;
    }
    long seed = Masks.edgeSeed(arguments.knobs.maskSeed(), edgeIndex);
    double[] mask = new double[x.value().length()];
    for (int n = 0; n < x.count(); n++) {
      for (int c = 0; c < x.channels(); c++) {
        for (int i = 0; i < x.area(); i++) {
          int channelsLast = (n * x.area() + i) * x.channels() + c;
          mask[x.at(n, c, 0, i)] = Masks.keeps(seed, channelsLast, rate) ? 1 / (1 - rate) : 0;
        }
      }
    }
    return tape.times(x, mask);
  }

  private Images convolution(String name, Images x, int stride) {
    Slice slice = layout.weights().slice(name + ".weight");
    return tape.convolution(
        x, weight(slice.name()), slice.shape().get(0), slice.shape().get(2), stride);
  }

  private Images norm(String name, Images x) {
    FlatLayout state = layout.state();
    Value gamma = weights.get(name + ".gamma");
    Value beta = weights.get(name + ".beta");
    boolean running = state.find(name + ".mean").isPresent();
    double[][] fixed = null;
    if (running && arguments.knobs.training()) {
      updateState(name, x);
    } else if (running) {
      fixed = new double[][] {stateOf(name + ".mean"), stateOf(name + ".variance")};
    }
    return tape.norm(x, gamma, beta, SupernetSpec.EPSILON, fixed);
  }

  private double[] stateOf(String name) {
    Slice slice = layout.state().slice(name);
    return Arrays.copyOfRange(arguments.s, slice.offset(), slice.end());
  }

  private void updateState(String name, Images x) {
    double[][] moments = Tape.moments(x);
    double count = (double) x.count() * x.area();
    double unbiased = count > 1 ? count / (count - 1) : 1;
    int mean = layout.state().slice(name + ".mean").offset();
    int variance = layout.state().slice(name + ".variance").offset();
    double momentum = SupernetSpec.MOMENTUM;
    for (int c = 0; c < x.channels(); c++) {
      nextState[mean + c] = (1 - momentum) * nextState[mean + c] + momentum * moments[0][c];
      nextState[variance + c] =
          (1 - momentum) * nextState[variance + c] + momentum * unbiased * moments[1][c];
    }
  }

  private Value weight(String name) {
    Value value = weights.get(name);
    if (value == null) {
      throw new IllegalArgumentException("there is no weight " + name);
    }
    return value;
  }
}
