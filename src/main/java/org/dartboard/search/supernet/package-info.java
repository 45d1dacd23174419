/**
 * Differentiable searches: the loop that trains a supernet and moves an architecture.
 *
 * <p>{@link org.dartboard.search.supernet.SupernetSearch} is the loop. It owns data, order of
 * steps, the weights' optimiser, schedules, the log and checkpoints. What a paper adds is a {@link
 * org.dartboard.search.supernet.SearchPolicy}; those live in {@code
 * org.dartboard.search.supernet.method}, which depends on this package. The network is any {@link
 * org.dartboard.engine.Supernet}; nothing here knows an engine by name, or the benchmark's table.
 */
@NullMarked
package org.dartboard.search.supernet;

import org.jspecify.annotations.NullMarked;
