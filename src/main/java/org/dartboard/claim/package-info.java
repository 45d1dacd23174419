/**
 * Claims of papers, and how they are decided.
 *
 * <p>A claim is data: {@link org.dartboard.claim.ClaimCatalogue} reads the files
 * reproductions/PAPER/claim.yaml, refuses bad ones with all their defects at once, and hands out
 * immutable {@link org.dartboard.claim.Claim}s. Who runs a claim's {@link
 * org.dartboard.claim.Procedure} gives what came out to {@link org.dartboard.claim.Verdicts} as
 * {@link org.dartboard.claim.Evidence}, and gets a {@link org.dartboard.claim.Verdict} by the rule
 * that the file fixed beforehand.
 *
 * <p>Nothing here runs anything, and of the table only the names of datasets, splits and training
 * lengths are known.
 */
@NullMarked
package org.dartboard.claim;

import org.jspecify.annotations.NullMarked;
