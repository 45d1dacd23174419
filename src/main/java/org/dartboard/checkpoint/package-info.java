/**
 * What a computation of hours leaves behind so that it can be stopped and go on: its folder, the
 * configuration that the folder belongs to, logs with one line an epoch, and checkpoints.
 *
 * <p>It knows files and numbers. What the numbers mean is the business of the packages above.
 */
@NullMarked
package org.dartboard.checkpoint;

import org.jspecify.annotations.NullMarked;
