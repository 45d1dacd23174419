/**
 * NAS-Bench-201 as an immutable table: typed queries on published accuracies, costs and proxies.
 *
 * <p>A {@link org.dartboard.table.Nb201Table} is read once from CSV files and checked value by
 * value against digests that ship with the program; a damaged or foreign file is refused with every
 * defect named. Queries name dataset, split, epochs and trial, and a combination that the benchmark
 * lacks is an error that names those it has. Nothing here searches, decides or prints.
 */
@NullMarked
package org.dartboard.table;

import org.jspecify.annotations.NullMarked;
