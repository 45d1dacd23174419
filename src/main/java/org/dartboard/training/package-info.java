/**
 * Training of one cell from scratch, as NAS-Bench-201 trained its 15,625.
 *
 * <p>A {@link org.dartboard.training.Recipe} says how, {@link org.dartboard.training.TrainingData}
 * with what, and a {@link org.dartboard.training.Trainer} does it, epoch by epoch and in memory
 * alone. {@link org.dartboard.training.Training} is the loop around it, with a folder, a log and
 * checkpoints where they are wanted, and {@link org.dartboard.training.CellNetwork} is what it
 * leaves. It knows no table: what the figures are compared with is decided above.
 */
@NullMarked
package org.dartboard.training;

import org.jspecify.annotations.NullMarked;
