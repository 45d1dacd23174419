package org.dartboard.engine.secondorder;

import org.dartboard.engine.SupernetInput;

/**
 * Where derivatives are taken. Neither part is ever written.
 *
 * @param input weights w, operation modes, and what the {@link ArchitectureMap} does not set of p
 *     and q; its running statistics play no part
 * @param alpha architecture parameters, as many as the map has
 */
public record Point(SupernetInput input, double[] alpha) {}
