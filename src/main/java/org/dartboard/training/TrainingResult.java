package org.dartboard.training;

/**
 * What a training came to, and what computed it.
 *
 * @param engine the engine's name
 * @param precision what its tensors were stored in
 * @param threads how many computed
 * @param library the engine's library and its version
 * @param instructionSet the widest instructions that were used
 * @param epochs how many were trained
 * @param trainingLoss mean over the last epoch's steps, in nats
 * @param trainingAccuracy of the same, in percent
 * @param validationLoss mean over the held-out images after the last epoch, in nats
 * @param validationAccuracy of the same, in percent
 */
public record TrainingResult(
    String engine,
    String precision,
    int threads,
    String library,
    String instructionSet,
    int epochs,
    double trainingLoss,
    double trainingAccuracy,
    double validationLoss,
    double validationAccuracy) {}
