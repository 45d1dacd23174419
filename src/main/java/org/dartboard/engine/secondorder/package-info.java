/**
 * Second derivatives of a supernet's loss with respect to weights w and architecture parameters
 * alpha: products with blocks of the Hessian, its eigenvalues, and the hypergradients of bilevel
 * searches, unrolled and by a Neumann series.
 *
 * <p>All of it is central differences of gradients, so it works with any {@link
 * org.dartboard.engine.Supernet} of single precision. An {@link
 * org.dartboard.engine.secondorder.ArchitectureMap} says how alpha becomes p. Evaluations happen in
 * the memory of a {@link org.dartboard.engine.secondorder.GradientProbe}; a caller's weights and
 * running statistics are never written. No search method, optimiser or schedule belongs here.
 */
@NullMarked
package org.dartboard.engine.secondorder;

import org.jspecify.annotations.NullMarked;
