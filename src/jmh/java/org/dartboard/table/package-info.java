/** Benchmarks of the table: loading and queries, beside a general CSV reader as the peer. */
@NullMarked
package org.dartboard.table;

import org.jspecify.annotations.NullMarked;
