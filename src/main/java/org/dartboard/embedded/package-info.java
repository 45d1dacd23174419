/**
 * Computes the embedded table: all cells, those that compute the same function once, trained by our
 * engine as a tiny network on the images of {@link org.dartboard.data.ProceduralImages}.
 *
 * <p>It writes the files that {@code org.dartboard.table} reads, and nothing here is needed to read
 * them. The table stands in where NAS-Bench-201 is missing and is never mixed with it.
 */
@NullMarked
package org.dartboard.embedded;

import org.jspecify.annotations.NullMarked;
