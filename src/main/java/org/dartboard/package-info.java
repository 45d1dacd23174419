/**
 * Dartboard, a benchmark and reproduction harness for differentiable neural architecture search.
 *
 * <p>Nothing lives in this package itself. The way of a claim through the packages below it is told
 * in {@code docs/architecture.md}.
 */
@NullMarked
package org.dartboard;

import org.jspecify.annotations.NullMarked;
