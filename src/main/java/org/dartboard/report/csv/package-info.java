/**
 * A claim's report as CSV files, written and read.
 *
 * <p>{@link org.dartboard.report.csv.ClaimReports} is the way in; it documents the files. Readers
 * are strict: what is truncated, edited, foreign or of a newer format is refused by name, with
 * line, expected and actual, and all problems are told at once. Nothing here draws or decides.
 */
@NullMarked
package org.dartboard.report.csv;

import org.jspecify.annotations.NullMarked;
