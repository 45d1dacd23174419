package org.dartboard.training;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dartboard.checkpoint.RunFolder;
import org.dartboard.checkpoint.RunFolderException;
import org.dartboard.checkpoint.SavedState;
import org.dartboard.data.Normalization;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.WeightInitialization;
import org.dartboard.space.Cell;

/**
 * The network of one cell with all its numbers.
 *
 * @param spec as {@link SupernetSpec#discrete} makes it
 * @param weights w, as long as the spec's layout
 * @param state batch norm's running statistics, as long as the spec's layout
 * @param normalization of the images that it is for
 */
public record CellNetwork(
    Cell cell,
    SupernetSpec spec,
    FloatBuffer weights,
    FloatBuffer state,
    Normalization normalization) {
  private static final List<String> NAMES =
      List.of(
          TrainingFolder.ARCHITECTURE,
          TrainingFolder.DATA,
          TrainingFolder.CLASSES,
          Recipe.WIDTH,
          Recipe.CELLS,
          Recipe.IMAGE_SIDE);

  /**
   * The network that a training would start from.
   *
   * @param spec as {@link SupernetSpec#discrete} makes it of the cell
   * @param seed the training's; how the training would go on makes no difference
   */
  public static CellNetwork untrained(
      Cell cell, SupernetSpec spec, long seed, Normalization normalization) {
    SupernetLayout layout = SupernetLayout.of(spec);
    FloatBuffer weights = FlatBuffers.allocate(layout.weights().length());
    FloatBuffer state = FlatBuffers.allocate(layout.state().length());
    WeightInitialization.weights(layout, TrainingTask.streams(cell, seed), weights);
    WeightInitialization.state(layout, state);
    return new CellNetwork(cell, spec, weights, state, normalization);
  }

  /**
   * The network that a finished training left in its folder.
   *
   * @throws RunFolderException if the folder holds no training, one that has not ended, or a file
   *     that cannot be used
   */
  public static CellNetwork trained(Path folder) throws IOException {
    RunFolder run = RunFolder.existing(folder, TrainingFolder.KIND);
    Map<String, String> configuration = run.configuration();
    List<String> missing = NAMES.stream().filter(name -> !configuration.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw new RunFolderException(
          "%s holds no training: its configuration has no %s. Give the folder of a training"
              .formatted(folder, String.join(", ", missing)));
    }
    SavedState saved = finished(run);
    Cell cell = Cell.parse(value(configuration, TrainingFolder.ARCHITECTURE));
    SupernetSpec spec =
        SupernetSpec.discrete(
            cell,
            number(configuration, Recipe.WIDTH),
            number(configuration, Recipe.CELLS),
            number(configuration, Recipe.IMAGE_SIDE),
            number(configuration, TrainingFolder.CLASSES));
    SupernetLayout layout = SupernetLayout.of(spec);
    FloatBuffer weights = FlatBuffers.allocate(layout.weights().length());
    FloatBuffer state = FlatBuffers.allocate(layout.state().length());
    saved.get(Trainer.WEIGHTS, weights);
    saved.get(Trainer.RUNNING_STATISTICS, state);
    return new CellNetwork(
        cell,
        spec,
        weights,
        state,
        normalization(folder, value(configuration, TrainingFolder.DATA)));
  }

  /** The checkpoint after the last epoch; that it fits the configuration has been checked then. */
  private static SavedState finished(RunFolder run) throws IOException {
    Optional<SavedState> saved = run.checkpoint();
    if (TrainingFolder.result(run).isEmpty()) {
      throw new RunFolderException(
          "the training in %s has not ended: %d of %s epochs are done. Give its train command again"
              .formatted(
                  run.folder(),
                  saved.map(Trainer::epochsDone).orElse(0),
                  run.configuration().get(Recipe.EPOCHS)));
    }
    return saved.orElseThrow(
        () ->
            new RunFolderException(
                "the training in %s has ended, but its checkpoint is gone. Train in another folder"
                    .formatted(run.folder())));
  }

  private static Normalization normalization(Path folder, String data) {
    return TrainingSet.normalization(data)
        .orElseThrow(
            () ->
                new RunFolderException(
                    "%s was trained on '%s', whose normalisation is not known"
                        .formatted(folder, data)));
  }

  private static int number(Map<String, String> configuration, String name) {
    return Integer.parseInt(value(configuration, name));
  }

  private static String value(Map<String, String> configuration, String name) {
    return String.valueOf(configuration.get(name));
  }
}
