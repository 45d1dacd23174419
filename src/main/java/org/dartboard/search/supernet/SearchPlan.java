package org.dartboard.search.supernet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dartboard.data.Cifar10;
import org.dartboard.data.ImageSource;
import org.dartboard.random.RandomStreams;
import org.dartboard.search.HyperParameters;

/**
 * A search that is ready to run.
 *
 * @param method the method
 * @param trial which run of it
 * @param settings what every method can be set to
 * @param values all hyper-parameters, the method's own included
 */
public record SearchPlan(
    SupernetMethod method, SearchTrial trial, SearchSettings settings, HyperParameters values) {
  /** The same search on images of another source; a plan is on CIFAR-10 until it is said. */
  public SearchPlan on(ImageSource images) {
    return new SearchPlan(method, trial.on(images), settings, values);
  }

  /** Part of the name of every random stream. */
  public String scope() {
    return trial.scope();
  }

  /** What all random numbers depend on. */
  public long seed() {
    return trial.seed();
  }

  /** The random streams of everything but the data. */
  public RandomStreams streams() {
    return new RandomStreams(scope(), seed());
  }

  /** How many epochs the search takes at most, those of all its stages together. */
  public int epochs() {
    return policy(imageSize(), Cifar10.CLASSES).stages() * settings.epochs();
  }

  /** The columns of the search's log, in their order. */
  public List<String> logColumns() {
    return EpochSummary.columns(SearchDiagnostics.COLUMNS, policy(imageSize(), Cifar10.CLASSES));
  }

  /** In how many epochs the weights are trained on both halves, with the architecture at rest. */
  public int epochsOnBothHalves() {
    SearchPolicy policy = policy(imageSize(), Cifar10.CLASSES);
    int epochs = 0;
    for (int stage = 0; stage < policy.stages(); stage++) {
      for (int epoch = 0; epoch < settings.epochs(); epoch++) {
        epochs += policy.trainsOnBothHalves(stage, epoch) ? 1 : 0;
      }
    }
    return epochs;
  }

  /** Height and width of CIFAR-10's images in the search's profile. */
  public int imageSize() {
    return trial.profile().halved() ? Cifar10.SIDE / 2 : Cifar10.SIDE;
  }

  /** A policy for images of this size. */
  SearchPolicy policy(int imageSize, int classes) {
    return method
        .builder()
        .apply(new PolicyContext(settings, values, imageSize, classes, streams()));
  }

  /** All that decides the result, and what is measured beside it if not the usual, by name. */
  public Map<String, String> configuration() {
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("method", method.name());
    if (method.version() > 1) {
      configuration.put("version", Integer.toString(method.version()));
    }
    configuration.put("profile", trial.profile().label());
    configuration.put("seed", Long.toString(seed()));
    configuration.put(SearchTrial.SCOPE, scope());
    configuration.put("engine", trial.engine());
    configuration.put("precision", trial.precision());
    Map<String, Double> set = values.byName();
    // The method's own start and the benchmark's own images are nothing that was set.
    set.remove(Setting.INITIAL_SKIP.label(), 0.0);
    set.remove(Setting.DATA_SPLIT.label(), 0.0);
    // Measurements change no result; a log that has the usual ones is what everybody expects.
    SearchSettings usual = trial.profile().limit(method.settings());
    for (Setting setting : Setting.DIAGNOSTICS) {
      set.remove(setting.label(), usual.real(setting));
    }
    set.forEach((name, value) -> configuration.put(name, Double.toString(value)));
    return configuration;
  }
}
