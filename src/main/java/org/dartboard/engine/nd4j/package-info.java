/**
 * The supernet function on ND4J: the same code on processors and, with ND4J's CUDA backend on the
 * class path, on a GPU.
 *
 * <p>Only eager operations on {@link org.nd4j.linalg.api.ndarray.INDArray}s, no SameDiff. Images
 * lie channels last, as matrices of [pixel, channel], and every operation writes into memory that
 * was taken when the network was made: {@link org.dartboard.engine.nd4j.Memory} owns it. {@link
 * org.dartboard.engine.nd4j.Kernels} are the only calls of ND4J's operations. A layer is a class
 * with a forward and a backward pass, both written out. Besides the export to DL4J, only this
 * package uses ND4J.
 */
@NullMarked
package org.dartboard.engine.nd4j;

import org.jspecify.annotations.NullMarked;
