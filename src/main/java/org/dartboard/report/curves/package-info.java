/**
 * Charts of supernet searches, made from their curves.
 *
 * <p>A {@link org.dartboard.report.curves.SearchSheet} is a {@code curves.csv}: a line an epoch,
 * columns found by name. {@link org.dartboard.report.curves.SearchCharts} makes charts of one
 * search or of several beside each other, {@link org.dartboard.report.curves.ChartFolder} writes
 * them as files. Nothing here computes a figure or knows the table; what a column means stands in
 * {@code docs/diagnostics.md}.
 */
@NullMarked
package org.dartboard.report.curves;

import org.jspecify.annotations.NullMarked;
