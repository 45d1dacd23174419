/**
 * The supernet function on oneDNN, the default engine on CPUs.
 *
 * <p>The network is laid out once as a static plan: {@link org.dartboard.engine.onednn.Kernels}
 * makes each primitive once per shape, each {@link org.dartboard.engine.onednn.Tensor} has its
 * memory, and an evaluation only runs {@link org.dartboard.engine.onednn.Invocation}s in order.
 * Tensors lie channels last. Operation and edge weights are folded into batch norm's scale and
 * shift, so that dL/dp comes out of the gradients of those. All native memory belongs to one {@link
 * org.dartboard.engine.onednn.OneDnn}, which frees it when closed. Only this package uses oneDNN.
 */
@NullMarked
package org.dartboard.engine.onednn;

import org.jspecify.annotations.NullMarked;
