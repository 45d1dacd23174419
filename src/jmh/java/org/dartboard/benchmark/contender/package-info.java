/**
 * What is timed and who does it: a {@link org.dartboard.benchmark.contender.Workload} says what, a
 * {@link org.dartboard.benchmark.contender.Contender} does it on an engine.
 *
 * <p>What a contender computes is checked against another one's outcome before it is timed.
 */
@NullMarked
package org.dartboard.benchmark.contender;

import org.jspecify.annotations.NullMarked;
