package org.dartboard.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.dartboard.engine.EngineDescription;
import org.dartboard.engine.SupernetFactory;
import org.jspecify.annotations.Nullable;

/** A training from its beginning, or from its folder's checkpoint, to its end. */
public final class Training {
  private final TrainingTask task;
  private final TrainingData data;
  private final SupernetFactory engine;
  private final Validation validation;

  /** When the held-out images are evaluated; the weights are the same either way. */
  public enum Validation {
    /** After each epoch. */
    EACH_EPOCH,
    /** After the last epoch alone. */
    AT_END
  }

  /**
   * @param engine what computes
   * @param validation when the held-out images are evaluated
   */
  public Training(
      TrainingTask task, TrainingData data, SupernetFactory engine, Validation validation) {
    this.task = task;
    this.data = data;
    this.engine = engine;
    this.validation = validation;
  }

  /**
   * Trains without any file.
   *
   * @throws org.dartboard.engine.EngineException if the engine cannot make the network, or the loss
   *     is no longer finite
   */
  public TrainingResult run(TrainingListener listener) {
    try (Trainer trainer = new Trainer(task, data, engine)) {
      return run(trainer, Optional.empty(), listener);
    } catch (IOException e) {
      throw new UncheckedIOException("without a folder nothing is written", e);
    }
  }

  /**
   * Trains with a log and a checkpoint after each epoch, from the checkpoint where there is one.
   *
   * @param folder one that was opened for this task, data and engine
   * @return the result; the folder's, if the training had ended before
   * @throws org.dartboard.checkpoint.RunFolderException if a file of the folder cannot be used
   * @throws org.dartboard.engine.EngineException as {@link #run(TrainingListener)}
   */
  public TrainingResult run(TrainingFolder folder, TrainingListener listener) throws IOException {
    Optional<TrainingResult> found = folder.result();
    if (found.isPresent()) {
      return found.get();
    }
    try (Trainer trainer = new Trainer(task, data, engine)) {
      folder.resume(trainer);
      return run(trainer, Optional.of(folder), listener);
    }
  }

  private TrainingResult run(
      Trainer trainer, Optional<TrainingFolder> folder, TrainingListener listener)
      throws IOException {
    int epochs = task.recipe().epochs();
    listener.begins(steps(trainer, epochs), steps(trainer, trainer.epochsDone()));
    @Nullable Score validated = null;
    while (!trainer.isDone()) {
      TrainingEpoch epoch = epoch(trainer, listener);
      validated = epoch.validation();
      if (folder.isPresent()) {
        folder.get().epochEnds(epoch, trainer);
      }
      listener.epoch(epoch, epochs);
    }
    TrainingResult result = result(trainer, validated == null ? trainer.evaluate() : validated);
    if (folder.isPresent()) {
      folder.get().trainingEnds(result);
    }
    return result;
  }

  private TrainingEpoch epoch(Trainer trainer, TrainingListener listener) {
    long start = System.nanoTime();
    double rate = trainer.learningRate();
    Score training = trainer.trainEpoch(listener);
    boolean evaluates = validation == Validation.EACH_EPOCH || trainer.isDone();
    Score score = evaluates ? trainer.evaluate() : null;
    double seconds = (System.nanoTime() - start) / 1e9;
    return new TrainingEpoch(trainer.epochsDone(), rate, training, score, seconds);
  }

  private static long steps(Trainer trainer, int epochs) {
    return (long) epochs * trainer.stepsPerEpoch();
  }

  private static TrainingResult result(Trainer trainer, Score validation) {
    EngineDescription description = trainer.description();
    return new TrainingResult(
        description.engine(),
        description.precision().label(),
        description.threads(),
        description.library(),
        description.instructionSet(),
        trainer.epochsDone(),
        trainer.lastEpoch().loss(),
        trainer.lastEpoch().accuracy(),
        validation.loss(),
        validation.accuracy());
  }
}
