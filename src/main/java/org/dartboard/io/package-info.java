/**
 * Files, written whole or not at all, digests of their content, and where data folders are.
 *
 * <p>Everything that the project writes goes through here, so that an interrupted run never leaves
 * half a file. Formats live with those who own them, not here; this package depends on no other.
 */
@NullMarked
package org.dartboard.io;

import org.jspecify.annotations.NullMarked;
