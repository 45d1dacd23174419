package org.dartboard.engine.onednn;

import org.bytedeco.dnnl.dnnl_primitive;
import org.jspecify.annotations.Nullable;

/** A {@link Norm} and the tensors that it runs on, by way of single precision where it has to. */
final class NormInvocation implements Runnable {
  private final Invocation norm;
  private final Invocation[] loads;
  private final @Nullable Invocation store;

  /**
   * @param names oneDNN's numbers of the arguments
   * @param inputs how many of the tensors, from the first on, are images that are read; images that
   *     are written come next
   * @param singles where the images are copied to and from, if they are
   * @param tensors one for each name
   */
  NormInvocation(
      OneDnn onednn,
      dnnl_primitive primitive,
      int[] names,
      int inputs,
      @Nullable SingleImages singles,
      Tensor... tensors) {
    if (singles == null) {
      norm = new Invocation(onednn, primitive, names, tensors);
      loads = new Invocation[0];
      store = null;
      return;
    }
    Tensor[] copies = tensors.clone();
    loads = new Invocation[inputs];
    for (int i = 0; i < inputs; i++) {
      loads[i] = singles.load(tensors[i], i);
      copies[i] = singles.at(i);
    }
    store = singles.store(tensors[inputs], inputs);
    copies[inputs] = singles.at(inputs);
    norm = new Invocation(onednn, primitive, names, copies);
  }

  /** Exchanges an image tensor that is read. */
  void setInput(int position, Tensor tensor) {
    if (loads.length == 0) {
      norm.set(position, tensor);
    } else {
      loads[position].set(0, tensor);
    }
  }

  @Override
  public void run() {
    for (Invocation load : loads) {
      load.run();
    }
    norm.run();
    if (store != null) {
      store.run();
    }
  }
}
