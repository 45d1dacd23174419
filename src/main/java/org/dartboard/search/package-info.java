/**
 * Searches: what a search method is given, what it gives back, and the loop that runs many.
 *
 * <p>A search on a table sees the table as two functions of a {@link org.dartboard.space.Cell}, its
 * reward and its training time ({@link org.dartboard.search.TrainingOutcomes}), and spends them
 * against a simulated clock ({@link org.dartboard.search.SimulatedTraining}). {@link
 * org.dartboard.search.SearchRuns} repeats a search over seeds.
 *
 * <p>The methods themselves live in {@code org.dartboard.search.method}, which depends on this
 * package; nothing here knows a method, the benchmark's table or an engine.
 */
@NullMarked
package org.dartboard.search;

import org.jspecify.annotations.NullMarked;
