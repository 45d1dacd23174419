/**
 * The standard work that engines are timed with: a step of a first-order search on random images.
 *
 * <p>It is what a user's search does on every batch, without data, schedules and look-ups, so that
 * nothing but the engine and the optimisers are timed. Benchmarks and the command line use it;
 * searches have their own loop and never depend on this package.
 */
@NullMarked
package org.dartboard.workload;

import org.jspecify.annotations.NullMarked;
