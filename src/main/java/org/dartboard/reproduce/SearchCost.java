package org.dartboard.reproduce;

import java.util.Map;
import java.util.Objects;
import org.dartboard.claim.Profile;
import org.dartboard.run.Configuration;
import org.dartboard.space.Operation;

/**
 * How long a search takes one core, by a rule of thumb: an epoch of DARTS of first order on the
 * profile's network, times the share of that which a method and its settings need. Two searches
 * side by side, a core each, get through more than one after the other on both.
 *
 * <p>The rule is for planning. Where a search of the same configuration has ended, its time is
 * known better.
 */
final class SearchCost {
  /**
   * An epoch of DARTS of first order with one cell a stage, width 8 and halved images: 25.9 s, the
   * mean of all 250 epochs of the ledger's five searches with the benchmark's settings, most of
   * them beside one other search.
   */
  private static final double DESK_EPOCH = 25.9 / 3600;

  /** An epoch with five cells a stage, width 16 and whole images; by extrapolation. */
  private static final double PAPER_EPOCH = 9.0 / 50;

  /** An epoch of DARTS of second order. */
  private static final double V2 = 2.9;

  /** The weights' half of an epoch; alpha's, without gradients of the weights, takes the rest. */
  private static final double WEIGHTS_SHARE = 0.56;

  private static final double PAPER_CELLS = 5;
  private static final double DESK_WIDTH = 8;
  private static final double PAPER_WIDTH = 16;

  /**
   * An epoch of a method in epochs of DARTS of first order, as timed at the desk (docs/methods.md),
   * that of Lambda-DARTS by its evaluations; what is not here takes about as long.
   */
  private static final Map<String, Double> METHODS =
      Map.ofEntries(
          Map.entry("darts-v2", V2),
          Map.entry("rsps", 0.2),
          Map.entry("gdas", 0.4),
          Map.entry("setn", 0.75),
          Map.entry("enas", 0.7),
          Map.entry("pc-darts", 0.95),
          Map.entry("sac-darts", 0.95),
          Map.entry("lambda-darts", 1 + 2 * WEIGHTS_SHARE));

  /**
   * An epoch of P-DARTS in epochs of DARTS of first order, by the number of operations an edge has;
   * two, three and five were timed.
   */
  private static final double[] PROGRESSIVE = {0, 0.28, 0.56, 0.95, 1.12, 1.3};

  private SearchCost() {}

  /**
   * Hours of one search.
   *
   * @param configuration with every setting of the method
   */
  static double hours(Configuration configuration, Profile profile) {
    Settings set = new Settings(configuration);
    return switch (configuration.method()) {
      case "p-darts" -> progressive(set, profile);
      case "single-stage" -> singleStage(set, profile);
      default -> {
        double epochs = set.number("epochs");
        double rest = Math.min(set.number("warmUpEpochs"), Math.floor(epochs / 2));
        yield epoch(set.number("cells"), set, profile)
            * factor(set)
            * (epochs - rest + WEIGHTS_SHARE * rest);
      }
    };
  }

  private static double factor(Settings set) {
    String method = set.configuration().method();
    if (method.equals("r-darts")) {
      return set.number("secondOrder") == 1 ? V2 : 1;
    }
    if (method.equals("adarts")) {
      return set.number("channels") == 0 ? 1.5 : 0.9;
    }
    if (method.equals("smooth-darts")) {
      return set.number("adversarial") == 1 ? 1 + set.number("ascentSteps") / 2 : 1;
    }
    return METHODS.getOrDefault(method, 1.0);
  }

  /** An epoch of DARTS of first order on some number of cells a stage. */
  private static double epoch(double cells, Settings set, Profile profile) {
    double width = set.number("width");
    return profile == Profile.PAPER
        ? PAPER_EPOCH * cells / PAPER_CELLS * width / PAPER_WIDTH
        : DESK_EPOCH * cells * width / DESK_WIDTH;
  }

  /** Three stages; operations that an edge has lost are not computed. */
  private static double progressive(Settings set, Profile profile) {
    double epochs = set.number("epochs");
    double rest = Math.min(set.number("warmUpEpochs"), Math.floor(epochs / 2));
    double second = set.number("secondOperations");
    double weighted =
        PROGRESSIVE[Operation.COUNT] * epoch(set.number("firstCells"), set, profile)
            + PROGRESSIVE[(int) second] * epoch(set.number("secondCells"), set, profile)
            + PROGRESSIVE[(int) Math.min(second, set.number("thirdOperations"))]
                * epoch(set.number("thirdCells"), set, profile);
    return weighted * (epochs - rest + WEIGHTS_SHARE * rest);
  }

  /** After the freeze the weights alone are trained, on twice the images. */
  private static double singleStage(Settings set, Profile profile) {
    double epochs = set.number("epochs");
    double frozen = epochs - Math.round(set.number("freezeShare") * epochs);
    return epoch(set.number("cells"), set, profile)
        * (epochs - frozen + 2 * WEIGHTS_SHARE * frozen);
  }

  /** A configuration whose settings are read as numbers. */
  private record Settings(Configuration configuration) {
    double number(String name) {
      return Double.parseDouble(Objects.requireNonNull(configuration.settings().get(name), name));
    }
  }
}
