/**
 * Fetches published files: each with its size, its checksum and several places where it is to be
 * had.
 *
 * <p>A {@link org.dartboard.download.Fetcher} brings one file: it resumes what an earlier attempt
 * left, checks size and checksum, and only then puts the file into its place. What the files mean,
 * and what is made of them, is not known here.
 */
@NullMarked
package org.dartboard.download;

import org.jspecify.annotations.NullMarked;
