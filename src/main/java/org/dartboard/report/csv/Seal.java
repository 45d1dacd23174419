package org.dartboard.report.csv;

/**
 * What the summary says of another file of the claim.
 *
 * @param rows number of rows under the header
 * @param sha256 digest of the whole file, in hexadecimal
 */
record Seal(int rows, String sha256) {}
