/**
 * The oracle of all engines: the supernet in plain Java and double precision, slow and obvious.
 *
 * <p>{@link org.dartboard.engine.reference.Tape} differentiates a handful of operations, each
 * written as its definition; {@link org.dartboard.engine.reference.ReferenceSupernet} puts them
 * together as the papers draw the network. None of the engines' shortcuts is used here. Central
 * differences check it.
 */
@NullMarked
package org.dartboard.engine.reference;

import org.jspecify.annotations.NullMarked;
