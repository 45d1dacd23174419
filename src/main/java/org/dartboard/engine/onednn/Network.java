package org.dartboard.engine.onednn;

import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetSpec;

/**
 * What all parts of a plan share.
 *
 * @param weights w as primitives see it
 * @param gradient dL/dw as primitives see it
 */
record Network(SupernetSpec spec, SupernetLayout layout, FlatMemory weights, FlatMemory gradient) {}
