package org.dartboard.engine.onednn;

import java.util.function.Function;
import org.bytedeco.dnnl.dnnl_primitive;

/** Something that runs on one tile of its tensors at a time. */
final class TiledInvocation {
  private final Runnable[] invocations;

  /**
   * @param names oneDNN's numbers of the arguments
   * @param tensors one for each name
   */
  TiledInvocation(OneDnn onednn, dnnl_primitive primitive, int[] names, Tiles... tensors) {
    this(tile -> new Invocation(onednn, primitive, names, tile), tensors);
  }

  /**
   * @param maker makes what runs on a tile's tensors
   */
  TiledInvocation(Function<Tensor[], Runnable> maker, Tiles... tensors) {
    int count = 1;
    for (Tiles each : tensors) {
      count = Math.max(count, each.count());
    }
    invocations = new Runnable[count];
    for (int tile = 0; tile < count; tile++) {
      Tensor[] arguments = new Tensor[tensors.length];
      for (int i = 0; i < tensors.length; i++) {
        arguments[i] = tensors[i].at(tile);
      }
      invocations[tile] = maker.apply(arguments);
    }
  }

  void run(int tile) {
    invocations[invocations.length == 1 ? 0 : tile].run();
  }
}
