/**
 * Results of benchmarks: what a machine is, what was measured on it, and how two measurements
 * compare.
 *
 * <p>A run is a file under {@code reports/jmh}. Comparisons judge by the interval of a ratio and a
 * minimum effect, never by two means alone. Nothing here knows engines or runs benchmarks; those
 * are in {@code src/jmh}.
 */
@NullMarked
package org.dartboard.benchmark;

import org.jspecify.annotations.NullMarked;
