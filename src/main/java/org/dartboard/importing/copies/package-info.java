/**
 * The public copies of NAS-Bench-201's figures, one class a file, and the tables made of them.
 *
 * <p>Each class knows one file's format and gives columns in the benchmark's order of
 * architectures. {@link org.dartboard.importing.copies.PublicCopies} compares what two files both
 * say and refuses copies that contradict each other.
 */
@NullMarked
package org.dartboard.importing.copies;

import org.jspecify.annotations.NullMarked;
