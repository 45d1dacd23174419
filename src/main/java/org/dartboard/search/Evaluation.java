package org.dartboard.search;

import org.dartboard.space.Cell;

/**
 * One training that a search paid for.
 *
 * @param cell what was trained
 * @param reward the accuracy that the search saw, in percent, noise included
 * @param clock simulated seconds since the search began, after this training
 */
public record Evaluation(Cell cell, double reward, double clock) {}
