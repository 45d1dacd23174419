/**
 * The peer that everybody would use instead: the supernet in libtorch, written as a PyTorch user
 * writes it, in the structure of the benchmark's own search code.
 *
 * <p>Nothing but benchmarks uses it, and never in one process with another engine.
 */
@NullMarked
package org.dartboard.benchmark.libtorch;

import org.jspecify.annotations.NullMarked;
