package org.dartboard.search.supernet;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dartboard.descent.CosineSchedule;
import org.dartboard.descent.Descent;
import org.dartboard.search.HyperParameter;
import org.dartboard.search.HyperParameters;

/** A value for every {@link Setting}. Immutable. */
public final class SearchSettings {
  private static final SearchSettings BENCHMARK =
      new SearchSettings(new EnumMap<>(Setting.class))
          .with(Setting.WIDTH, 16)
          .with(Setting.CELLS, 5)
          .with(Setting.EPOCHS, 50)
          .with(Setting.BATCH_SIZE, 64)
          .with(Setting.LEARNING_RATE, 0.025)
          .with(Setting.MINIMUM_LEARNING_RATE, 0.001)
          .with(Setting.COSINE_EPOCHS, 0)
          .with(Setting.MOMENTUM, 0.9)
          .with(Setting.NESTEROV, 1)
          .with(Setting.WEIGHT_DECAY, 5e-4)
          .with(Setting.GRADIENT_CLIP, 5)
          .with(Setting.ARCHITECTURE_LEARNING_RATE, 3e-4)
          .with(Setting.ARCHITECTURE_WEIGHT_DECAY, 1e-3)
          .with(Setting.WARM_UP_EPOCHS, 0)
          .with(Setting.INITIAL_SKIP, 0)
          .with(Setting.DATA_SPLIT, 0)
          .with(Setting.RUNNING_STATISTICS, 1)
          .with(Setting.ALIGNMENT_INTERVAL, 1)
          .with(Setting.GAP_INTERVAL, 1)
          .with(Setting.HESSIAN_INTERVAL, 5)
          .with(Setting.CELL_SCORES_INTERVAL, 5)
          .with(Setting.GAP_IMAGES, 1024)
          .with(Setting.CELL_SCORES_IMAGES, 512)
          .with(Setting.SCORED_CELLS, 200);

  private final EnumMap<Setting, Double> values;

  private SearchSettings(Map<Setting, Double> values) {
    this.values = new EnumMap<>(values);
  }

  /** DARTS as the authors of NAS-Bench-201 ran it (Dong and Yang, ICLR 2020). */
  public static SearchSettings benchmark() {
    return BENCHMARK;
  }

  /** The same with another value. */
  public SearchSettings with(Setting setting, double value) {
    EnumMap<Setting, Double> changed = new EnumMap<>(Setting.class);
    changed.putAll(values);
    changed.put(setting, setting.withDefault(value).require(value));
    return new SearchSettings(changed);
  }

  /** The settings as hyper-parameters with these values as defaults. */
  List<HyperParameter> hyperParameters() {
    return Arrays.stream(Setting.values())
        .map(setting -> setting.withDefault(real(setting)))
        .toList();
  }

  /** The settings with the values that {@link #hyperParameters} were given. */
  SearchSettings read(HyperParameters given) {
    SearchSettings read = this;
    for (Setting setting : Setting.values()) {
      read = read.with(setting, given.real(setting.withDefault(real(setting))));
    }
    return read;
  }

  /** A setting's value. */
  public double real(Setting setting) {
    Double value = values.get(setting);
    if (value == null) {
      throw new IllegalStateException(setting + " has no value");
    }
    return value;
  }

  /** The value of a setting with whole values. */
  public int whole(Setting setting) {
    return (int) real(setting);
  }

  /** Whether a setting with values 0 and 1 is 1. */
  public boolean flag(Setting setting) {
    return whole(setting) == 1;
  }

  /** Epochs of a stage. */
  public int epochs() {
    return whole(Setting.EPOCHS);
  }

  /**
   * Epochs in which the architecture parameters stay as they are: as set, but never more than half
   * of all, so that a search that was shortened still moves them.
   */
  public int warmUpEpochs() {
    return Math.min(whole(Setting.WARM_UP_EPOCHS), epochs() / 2);
  }

  /**
   * The weights' learning rate in an epoch.
   *
   * @param epoch from 0
   */
  public double learningRate(int epoch) {
    int length = whole(Setting.COSINE_EPOCHS) == 0 ? epochs() : whole(Setting.COSINE_EPOCHS);
    return new CosineSchedule(
            real(Setting.LEARNING_RATE), real(Setting.MINIMUM_LEARNING_RATE), length)
        .rate(epoch);
  }

  /** The constants of the weights' steps. */
  Descent descent() {
    return new Descent(
        real(Setting.MOMENTUM),
        flag(Setting.NESTEROV),
        real(Setting.WEIGHT_DECAY),
        real(Setting.GRADIENT_CLIP));
  }
}
