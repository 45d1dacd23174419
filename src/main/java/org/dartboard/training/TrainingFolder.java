package org.dartboard.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dartboard.checkpoint.EpochLog;
import org.dartboard.checkpoint.RunFolder;
import org.dartboard.checkpoint.SavedState;
import org.dartboard.engine.Precision;
import tools.jackson.core.type.TypeReference;

/**
 * The folder of one training: its configuration, log, checkpoint and result.
 *
 * <p>All but the seconds in {@code log.csv} is the same to the last byte for the same configuration
 * on the same engine and number of threads, however often the training was stopped on the way.
 */
public final class TrainingFolder {
  static final String KIND = "training";
  static final String ARCHITECTURE = "architecture";
  static final String DATA = "data";
  static final String CLASSES = "classes";

  private final RunFolder folder;
  private final EpochLog log;

  private TrainingFolder(RunFolder folder) {
    this.folder = folder;
    this.log = folder.log("log.csv");
  }

  /**
   * Takes a folder for a training; it is made when the training begins.
   *
   * @param engine the engine's name
   * @param precision what it stores its tensors in
   * @throws org.dartboard.checkpoint.RunFolderException if it holds a training with another
   *     configuration, naming every difference
   */
  public static TrainingFolder open(
      Path folder, TrainingTask task, TrainingData data, String engine, Precision precision)
      throws IOException {
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put(ARCHITECTURE, task.cell().toString());
    configuration.put(DATA, data.name());
    configuration.put("training images", Integer.toString(data.trainingSize()));
    configuration.put("held-out images", Integer.toString(data.heldOutSize()));
    configuration.put(CLASSES, Integer.toString(data.classes()));
    configuration.putAll(task.recipe().values());
    configuration.put("seed", Long.toString(task.seed()));
    configuration.put("engine", engine);
    configuration.put("precision", precision.label());
    return new TrainingFolder(RunFolder.open(folder, KIND, configuration));
  }

  /** Whether the folder holds a training, ended or not. */
  public static boolean holdsTraining(Path folder) {
    return RunFolder.holdsRun(folder);
  }

  /** The result, where the training has ended. */
  public Optional<TrainingResult> result() throws IOException {
    return result(folder);
  }

  static Optional<TrainingResult> result(RunFolder folder) throws IOException {
    return folder.result(new TypeReference<TrainingResult>() {});
  }

  /**
   * Seconds that the logged epochs have taken, evaluations included, to the millisecond.
   *
   * @throws org.dartboard.checkpoint.RunFolderException if the log is damaged
   */
  public double seconds() throws IOException {
    return log.seconds(TrainingEpoch.COLUMNS.indexOf("seconds"));
  }

  /** Makes the folder the training's, and brings a fresh trainer to its checkpoint. */
  void resume(Trainer trainer) throws IOException {
    folder.begin();
    Optional<SavedState> state = folder.checkpoint();
    if (state.isPresent()) {
      trainer.restore(state.get());
      log.resume(1 + trainer.epochsDone());
    }
  }

  void epochEnds(TrainingEpoch epoch, Trainer trainer) throws IOException {
    log.append(TrainingEpoch.COLUMNS, epoch.values());
    folder.write(trainer.save());
  }

  void trainingEnds(TrainingResult result) throws IOException {
    folder.writeResult(result);
  }
}
