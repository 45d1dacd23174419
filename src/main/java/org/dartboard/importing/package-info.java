/**
 * Turns what others published, in their formats, into the files that the rest of the program reads.
 *
 * <p>{@code pickle} reads Python's files, {@code copies} the public copies of the benchmark's
 * figures, {@code nats} its official release; {@link org.dartboard.importing.DataSets} knows every
 * data set, where it is, whether it is intact, and how to get it. What is written here is checked
 * by its reader in {@code table} or {@code data} before it is put into place.
 */
@NullMarked
package org.dartboard.importing;

import org.jspecify.annotations.NullMarked;
