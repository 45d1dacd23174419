/**
 * Runs claims: from a claim file to a verdict and the CSV that the report is made of.
 *
 * <p>One class a procedure measures what a claim's targets ask for; {@link
 * org.dartboard.reproduce.Reproduction} puts trials, ledger, table, rule and report together. Rules
 * are applied in {@code claim}, searches run in {@code search}, charts are drawn in {@code report}:
 * this package only connects them.
 */
@NullMarked
package org.dartboard.reproduce;

import org.jspecify.annotations.NullMarked;
