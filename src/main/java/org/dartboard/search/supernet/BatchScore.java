package org.dartboard.search.supernet;

/**
 * How a network did on a batch.
 *
 * @param loss mean cross-entropy, in nats
 * @param correct images whose class had the highest logit; -1 where that is not known
 * @param images how many there were
 */
public record BatchScore(double loss, int correct, int images) {}
