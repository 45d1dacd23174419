/**
 * The official release of NATS-Bench's topology search space: a compressed pickle an architecture,
 * in a folder or a tar.
 *
 * <p>{@link org.dartboard.importing.nats.NatsImport} makes of it the table's files and the learning
 * curves. Records are read in parallel; what is written does not depend on their order or on the
 * number of threads.
 */
@NullMarked
package org.dartboard.importing.nats;

import org.jspecify.annotations.NullMarked;
