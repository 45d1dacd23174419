/**
 * The report: what a reviewer opens after a reproduction.
 *
 * <p>Nothing lives in this package itself. {@code data} holds the records of a claim's report,
 * {@code csv} writes them to files and reads them back, {@code chart} draws, {@code site} writes
 * the pages. Charts and pages are pure functions of the CSV files: nothing here computes a figure,
 * runs a trial or decides a verdict.
 */
@NullMarked
package org.dartboard.report;

import org.jspecify.annotations.NullMarked;
