package org.dartboard.engine;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dartboard.data.Batch;
import org.dartboard.data.ImageSet;
import org.dartboard.data.Layout;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/** Checks a call's arguments before any native code sees them; for one thread at a time. */
public final class InputCheck {
  private final SupernetSpec spec;
  private final SupernetLayout layout;
  private final int maximumBatch;
  // Kept, so that a call without defects takes no heap.
  private final List<String> defects = new ArrayList<>();
  private int grown;

  /**
   * @param maximumBatch the most images that a batch may have
   */
  public InputCheck(SupernetSpec spec, SupernetLayout layout, int maximumBatch) {
    this.spec = spec;
    this.layout = layout;
    this.maximumBatch = maximumBatch;
  }

  /**
   * Checks sizes, labels, and that every number is finite.
   *
   * @throws DivergenceException if all that is wrong is that weights, state, p or q, which are
   *     computed, are not finite
   * @throws EngineException naming everything that is wrong
   */
  public void check(
      SupernetInput input, Knobs knobs, Batch batch, Set<Want> want, SupernetOutput output) {
    defects.clear();
    grown = 0;
    checkBuffer("weights", input.weights(), layout.weights().length());
    checkBuffer("state", input.state(), layout.state().length());
    checkBatch(batch);
    if (defects.isEmpty()) {
      // ReLU may turn what is no number into 0, so the loss would not tell.
      checkFinite("the weights hold ", input.weights(), layout.weights().length());
      checkFinite("the state holds ", input.state(), layout.state().length());
      grown = defects.size();
      int values = batch.size() * ImageSet.CHANNELS * batch.side() * batch.side();
      checkFinite("the images hold ", batch.images(), values);
    }
    if (input.operationWeights().length != spec.operationWeights()) {
      defects.add(
          "p has " + input.operationWeights().length + " numbers, not " + spec.operationWeights());
    } else {
      checkOperations(input);
    }
    if (input.edgeWeights().length != spec.edgeWeights()) {
      defects.add("q has " + input.edgeWeights().length + " numbers, not " + spec.edgeWeights());
    } else {
      checkFinite("q", input.edgeWeights());
    }
    if (want.contains(Want.STATE) && !knobs.training()) {
      defects.add("running statistics are wanted in evaluation, which has none to give");
    }
    if (output.logits().length < batch.size() * spec.classes()) {
      defects.add("the output has no room for the logits of " + batch.size() + " images");
    }
    if (output.weightGradient().capacity() != layout.weights().length()
        || output.operationGradient().length != spec.operationWeights()) {
      defects.add("the output was made for another spec");
    }
    if (!defects.isEmpty()) {
      String message = "the supernet cannot be evaluated: " + String.join("; ", defects);
      throw defects.size() == grown
          ? new DivergenceException(message)
          : new EngineException(message);
    }
  }

  /**
   * Checks a result.
   *
   * @throws DivergenceException if the loss is not finite
   */
  public void checkLoss(double loss) {
    if (!Double.isFinite(loss)) {
      throw new DivergenceException(
          "the loss is "
              + loss
              + " though images and weights are finite: the weights have grown too large. Lower the"
              + " learning rate or clip the gradient");
    }
  }

  private void checkBatch(Batch batch) {
    if (batch.size() < 1 || batch.size() > maximumBatch) {
      defects.add("the batch has " + batch.size() + " images, not 1 to " + maximumBatch);
    }
    if (batch.side() != spec.imageSize()) {
      defects.add("the images have side " + batch.side() + ", not " + spec.imageSize());
    }
    if (batch.layout() != Layout.NHWC) {
      defects.add("the images lie in the order " + batch.layout() + ", not NHWC");
    }
    for (int image = 0; image < batch.size(); image++) {
      int label = batch.labels()[image];
      if (label < 0 || label >= spec.classes()) {
        defects.add(
            "image " + image + " has the label " + label + ", not 0 to " + (spec.classes() - 1));
      }
    }
  }

  private void checkOperations(SupernetInput input) {
    checkFinite("p", input.operationWeights());
    for (int cell = 0; cell < spec.cells(); cell++) {
      for (int edge = 0; edge < Edge.COUNT; edge++) {
        for (int code = 0; code < Operation.COUNT; code++) {
          int index = (cell * Edge.COUNT + edge) * Operation.COUNT + code;
          if (input.modes()[index] != OperationMode.OFF
              && !spec.has(Edge.at(edge), Operation.ofCode(code))) {
            defects.add(
                Operation.ofCode(code).label()
                    + " of cell "
                    + cell
                    + ", edge "
                    + edge
                    + " is not off, but the spec has no such operation there");
          }
        }
      }
    }
  }

  private void checkFinite(String name, double[] values) {
    for (int index = 0; index < values.length; index++) {
      if (!Double.isFinite(values[index])) {
        defects.add(name + " holds " + values[index] + " at position " + index);
        grown++;
        return;
      }
    }
  }

  private void checkFinite(String what, FloatBuffer values, int length) {
    // A product with 0 is 0 but for what is not finite; two sums keep the processor busy.
    float even = 0;
    float odd = 0;
    for (int index = 0; index + 1 < length; index += 2) {
      even += values.get(index) * 0f;
      odd += values.get(index + 1) * 0f;
    }
    float last = length == 0 ? 0 : values.get(length - 1) * 0f;
    if (even + odd + last == 0f) {
      return;
    }
    for (int index = 0; index < length; index++) {
      if (!Float.isFinite(values.get(index))) {
        defects.add(what + values.get(index) + " at position " + index);
        return;
      }
    }
  }

  private void checkBuffer(String name, FloatBuffer buffer, int length) {
    if (buffer.capacity() != length) {
      defects.add("the " + name + " have " + buffer.capacity() + " numbers, not " + length);
    }
    if (!buffer.isDirect() || buffer.order() != ByteOrder.nativeOrder()) {
      defects.add("the " + name + " are not in a direct buffer of native order");
    }
  }
}
