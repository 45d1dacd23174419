/**
 * Named random streams: where every random number of the project comes from.
 *
 * <p>A stream is derived from a name and a seed alone, so that a result depends on neither the
 * order in which work is done nor the number of threads. Nothing here holds state of its own, and
 * nothing else in the project may make a generator.
 */
@NullMarked
package org.dartboard.random;

import org.jspecify.annotations.NullMarked;
