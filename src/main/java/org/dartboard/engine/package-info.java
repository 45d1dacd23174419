/**
 * The supernet as a function: (w, s, p, q, knobs, batch, want) to loss, logits and the wanted
 * gradients.
 *
 * <p>{@link org.dartboard.engine.SupernetSpec} says what network it is, {@link
 * org.dartboard.engine.SupernetLayout} where each weight lies in the flat buffers, and {@link
 * org.dartboard.engine.Supernet} is the function. Everything in which search methods differ happens
 * outside: nothing here knows architecture parameters, optimisers or schedules. The engines, which
 * implement the function, live in packages below and depend on this one, never the other way.
 */
@NullMarked
package org.dartboard.engine;

import org.jspecify.annotations.NullMarked;
