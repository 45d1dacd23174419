package org.dartboard.benchmark.libtorch;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.FlatLayout;
import org.dartboard.engine.Slice;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.WeightInitialization;
import org.dartboard.random.RandomStreams;

/**
 * The network's parameters and running statistics, one tensor a slice of the layout, with the
 * values that Dartboard's engines start from.
 */
final class Parameters {
  private final Map<String, Tensor> weights = new LinkedHashMap<>();
  private final Map<String, Tensor> biases = new LinkedHashMap<>();
  private final Map<String, Tensor> state = new LinkedHashMap<>();

  Parameters(SupernetSpec spec, RandomStreams streams, Format format) {
    SupernetLayout layout = SupernetLayout.of(spec);
    FloatBuffer flat = FlatBuffers.allocate(layout.weights().length());
    WeightInitialization.weights(layout, streams, flat);
    read(layout.weights(), flat, format, weights);
    FloatBuffer flatState = FlatBuffers.allocate(layout.state().length());
    WeightInitialization.state(layout, flatState);
    read(layout.state(), flatState, format, state);
    for (Slice slice : layout.weights().slices()) {
      // The search cells' convolutions have a bias, since their batch norm has none.
      if (slice.name().startsWith("cell.")
          && slice.kind() == Slice.Kind.CONVOLUTION
          && !spec.affine()) {
        biases.put(slice.name(), torch.zeros(slice.shape().get(0)));
      }
    }
    weights.values().forEach(tensor -> tensor.set_requires_grad(true));
    biases.values().forEach(tensor -> tensor.set_requires_grad(true));
  }

  private static void read(
      FlatLayout layout, FloatBuffer flat, Format format, Map<String, Tensor> into) {
    for (Slice slice : layout.slices()) {
      float[] values = new float[slice.length()];
      flat.get(slice.offset(), values);
      long[] shape = slice.shape().stream().mapToLong(Integer::longValue).toArray();
      Tensor tensor = torch.from_blob(new FloatPointer(values), shape).clone();
      if (format != Format.CONTIGUOUS && shape.length == 4) {
        tensor = tensor.clone(new MemoryFormatOptional(torch.MemoryFormat.ChannelsLast));
      }
      into.put(slice.name(), tensor);
    }
  }

  /** The parameter of that name. */
  Tensor weight(String name) {
    return found(name, weights);
  }

  /** The running statistic of that name. */
  Tensor state(String name) {
    return found(name, state);
  }

  /** Whether there is a parameter or running statistic of that name. */
  boolean has(String name) {
    return weights.containsKey(name) || state.containsKey(name) || biases.containsKey(name);
  }

  boolean hasBias(String convolution) {
    return biases.containsKey(convolution);
  }

  Tensor bias(String convolution) {
    return found(convolution, biases);
  }

  /** The weights by the names of their slices, in the layout's order. */
  Map<String, Tensor> weights() {
    return weights;
  }

  /** All that a weight step moves. */
  TensorVector trainable() {
    TensorVector all = new TensorVector();
    weights.values().forEach(all::push_back);
    biases.values().forEach(all::push_back);
    return all;
  }

  /** Says whether the next backward pass computes the weights' gradients. */
  void requireGradient(boolean required) {
    weights.values().forEach(tensor -> tensor.set_requires_grad(required));
    biases.values().forEach(tensor -> tensor.set_requires_grad(required));
  }

  private static Tensor found(String name, Map<String, Tensor> among) {
    Tensor tensor = among.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("there is no parameter named '" + name + "'");
    }
    return tensor;
  }
}
