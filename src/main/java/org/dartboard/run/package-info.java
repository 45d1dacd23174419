/**
 * Trials and the ledger that keeps them.
 *
 * <p>A trial is one run of one configuration with one seed. Finished trials stay in the ledger,
 * small CSV files under version control, each with the provenance that lets somebody else run it
 * again. What a trial means for a claim is decided elsewhere; this package judges nothing.
 */
@NullMarked
package org.dartboard.run;

import org.jspecify.annotations.NullMarked;
