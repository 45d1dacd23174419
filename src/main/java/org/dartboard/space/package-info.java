/**
 * The NAS-Bench-201 search space: operations, edges, cells, and what follows from a cell alone.
 *
 * <p>A {@link org.dartboard.space.Cell} is an immutable value. Parsing and printing, the
 * benchmark's isomorphism classes and exact parameter and FLOP counts live here. Nothing in this
 * package knows the benchmark's results, its order of architectures, or any engine.
 */
@NullMarked
package org.dartboard.space;

import org.jspecify.annotations.NullMarked;
