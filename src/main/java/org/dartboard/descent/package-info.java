/**
 * How the weights of a network are moved, and how well a network does: stochastic gradient descent,
 * the cosine schedule, losses and accuracies.
 *
 * <p>Searches and trainings share it. It works on flat vectors and knows no loop, no method and no
 * file.
 */
@NullMarked
package org.dartboard.descent;

import org.jspecify.annotations.NullMarked;
