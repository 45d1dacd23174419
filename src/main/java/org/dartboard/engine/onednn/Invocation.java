package org.dartboard.engine.onednn;

import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.global.dnnl;

/** A primitive and the tensors that it runs on, which may be exchanged between runs. */
final class Invocation implements Runnable {
  private final OneDnn onednn;
  private final dnnl_primitive primitive;
  private final dnnl_exec_arg_t arguments;
  private final int[] names;
  // Kept so that what the native arguments point to stays reachable.
  private final Tensor[] tensors;

  /**
   * @param names oneDNN's numbers of the arguments
   * @param tensors one for each name
   */
  Invocation(OneDnn onednn, dnnl_primitive primitive, int[] names, Tensor... tensors) {
    if (names.length != tensors.length) {
      throw new IllegalArgumentException(
          names.length + " names are not " + tensors.length + " tensors");
    }
    this.onednn = onednn;
    this.primitive = primitive;
    this.names = names.clone();
    this.tensors = tensors.clone();
    this.arguments = onednn.arguments(names.length);
    for (int i = 0; i < names.length; i++) {
      arguments.position(i).arg(names[i]);
      arguments.memory(tensors[i].memory());
    }
  }

  /** Exchanges the tensor at a position of the names. */
  // Which tensor it is, not what it holds.
  @SuppressWarnings("ReferenceEquality")
  void set(int position, Tensor tensor) {
    if (tensors[position] != tensor) {
      tensors[position] = tensor;
      arguments.position(position).memory(tensor.memory());
    }
  }

  @Override
  public void run() {
    arguments.position(0);
    int status = dnnl.dnnl_primitive_execute(primitive, onednn.stream(), names.length, arguments);
    OneDnn.check(status, "run a primitive");
  }
}
