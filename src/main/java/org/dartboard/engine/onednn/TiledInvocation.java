package org.dartboard.engine.onednn;

import org.bytedeco.dnnl.dnnl_primitive;

/** A primitive that runs on one tile of its tensors at a time. */
final class TiledInvocation {
  private final Invocation[] invocations;

  /**
   * @param names oneDNN's numbers of the arguments
   * @param tensors one for each name
   */
  TiledInvocation(OneDnn onednn, dnnl_primitive primitive, int[] names, Tiles... tensors) {
    int count = 1;
    for (Tiles each : tensors) {
      count = Math.max(count, each.count());
    }
    invocations = new Invocation[count];
    for (int tile = 0; tile < count; tile++) {
      Tensor[] arguments = new Tensor[tensors.length];
      for (int i = 0; i < tensors.length; i++) {
        arguments[i] = tensors[i].at(tile);
      }
      invocations[tile] = new Invocation(onednn, primitive, names, arguments);
    }
  }

  void run(int tile) {
    invocations[invocations.length == 1 ? 0 : tile].run();
  }
}
