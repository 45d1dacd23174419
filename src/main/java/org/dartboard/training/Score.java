package org.dartboard.training;

/**
 * How a network did on a set of images.
 *
 * @param loss mean cross-entropy over the images, in nats
 * @param accuracy in percent
 */
public record Score(double loss, double accuracy) {}
