/**
 * What is measured on the way of a search: how decided the operation weights are, how well the
 * layers agree, how much accuracy is lost by keeping one operation per edge.
 *
 * <p>Pure functions of numbers, or of a supernet and batches; nothing here changes a search, draws
 * random numbers, or knows a method, a schedule or the benchmark's table. The eigenvalues of the
 * architecture's Hessian are in {@link org.dartboard.engine.secondorder.ArchitectureHessian}, rank
 * correlations in {@link org.dartboard.statistics.Correlation}.
 */
@NullMarked
package org.dartboard.diagnose;

import org.jspecify.annotations.NullMarked;
