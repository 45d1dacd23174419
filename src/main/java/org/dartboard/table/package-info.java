/** NAS-Bench-201's table: the names of its datasets, splits and training lengths. */
@NullMarked
package org.dartboard.table;

import org.jspecify.annotations.NullMarked;
