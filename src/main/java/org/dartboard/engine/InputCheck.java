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

/** Checks a call's arguments before any native code sees them. */
public final class InputCheck {
  private final SupernetSpec spec;
  private final SupernetLayout layout;
  private final int maximumBatch;

  /**
   * @param maximumBatch the most images that a batch may have
   */
  public InputCheck(SupernetSpec spec, SupernetLayout layout, int maximumBatch) {
    this.spec = spec;
    this.layout = layout;
    this.maximumBatch = maximumBatch;
  }

  /**
   * Checks sizes, labels, p and q; images are checked by {@link #checkLoss} only when they must be.
   *
   * @throws EngineException naming everything that is wrong
   */
  public void check(
      SupernetInput input, Knobs knobs, Batch batch, Set<Want> want, SupernetOutput output) {
    List<String> defects = new ArrayList<>(0);
    checkBuffer("weights", input.weights(), layout.weights().length(), defects);
    checkBuffer("state", input.state(), layout.state().length(), defects);
    checkBatch(batch, defects);
    if (input.operationWeights().length != spec.operationWeights()) {
      defects.add(
          "p has " + input.operationWeights().length + " numbers, not " + spec.operationWeights());
    } else {
      checkOperations(input, defects);
    }
    if (input.edgeWeights().length != spec.edgeWeights()) {
      defects.add("q has " + input.edgeWeights().length + " numbers, not " + spec.edgeWeights());
    } else {
      checkFinite("q", input.edgeWeights(), defects);
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
      throw new EngineException("the supernet cannot be evaluated: " + String.join("; ", defects));
    }
  }

  /**
   * Says why a loss is not finite.
   *
   * @throws EngineException if it is not
   */
  public void checkLoss(double loss, Batch batch) {
    if (Double.isFinite(loss)) {
      return;
    }
    int length = batch.size() * ImageSet.CHANNELS * spec.imageSize() * spec.imageSize();
    for (int index = 0; index < length; index++) {
      float value = batch.images().get(index);
      if (!Float.isFinite(value)) {
        throw new EngineException(
            "the images hold "
                + value
                + " at position "
                + index
                + " (image "
                + index / (length / batch.size())
                + "); all values must be finite");
      }
    }
    throw new EngineException(
        "the loss is "
            + loss
            + " though the images are finite: the weights have diverged. Lower the learning rate or"
            + " clip the gradient");
  }

  private void checkBatch(Batch batch, List<String> defects) {
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

  private void checkOperations(SupernetInput input, List<String> defects) {
    checkFinite("p", input.operationWeights(), defects);
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

  private static void checkFinite(String name, double[] values, List<String> defects) {
    for (int index = 0; index < values.length; index++) {
      if (!Double.isFinite(values[index])) {
        defects.add(name + " holds " + values[index] + " at position " + index);
        return;
      }
    }
  }

  private static void checkBuffer(
      String name, FloatBuffer buffer, int length, List<String> defects) {
    if (buffer.capacity() != length) {
      defects.add("the " + name + " have " + buffer.capacity() + " numbers, not " + length);
    }
    if (!buffer.isDirect() || buffer.order() != ByteOrder.nativeOrder()) {
      defects.add("the " + name + " are not in a direct buffer of native order");
    }
  }
}
