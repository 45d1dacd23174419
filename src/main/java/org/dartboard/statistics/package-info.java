/**
 * Small-sample statistics: summaries, intervals, exact tests and rank correlations.
 *
 * <p>Each class holds one procedure and knows nothing of claims, tables or searches. Distribution
 * functions come from Apache Commons Statistics. Every class says what it does with data that have
 * no answer: an empty sample, a single value, no variance; values that are not finite are refused.
 * Random numbers come in from outside, so that a result depends on its arguments alone.
 */
@NullMarked
package org.dartboard.statistics;

import org.jspecify.annotations.NullMarked;
