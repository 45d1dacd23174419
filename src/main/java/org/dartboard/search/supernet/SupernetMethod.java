package org.dartboard.search.supernet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dartboard.data.Cifar10;
import org.dartboard.engine.Precision;
import org.dartboard.search.HyperParameter;
import org.dartboard.search.HyperParameterException;
import org.dartboard.search.HyperParameters;
import org.dartboard.search.MethodDescription;
import org.jspecify.annotations.Nullable;

/**
 * A differentiable search method that is not yet configured.
 *
 * @param description which method
 * @param reconstruction what was reconstructed because the paper or its code could not be had;
 *     empty where nothing was
 * @param settings the method's own values for what every method can be set to; the network's size
 *     comes from the profile
 * @param hyperParameters what this method alone can be set to
 * @param trialValues what some of those, by name, are in the smoke profile, where a trial must take
 *     no time
 * @param version of the implementation, from 1; a method that comes to other results under the same
 *     settings has a higher one, so that results of an earlier one are not taken for its own
 * @param finiteDifferences whether it takes differences of gradients at points that lie so close
 *     together that they are one in less than single precision
 * @param builder builds the policy of one search; may refuse a combination by {@link
 *     IllegalArgumentException}
 */
public record SupernetMethod(
    MethodDescription description,
    String reconstruction,
    SearchSettings settings,
    List<HyperParameter> hyperParameters,
    Map<String, Double> trialValues,
    int version,
    boolean finiteDifferences,
    Function<PolicyContext, SearchPolicy> builder) {

  public SupernetMethod {
    hyperParameters = List.copyOf(hyperParameters);
    trialValues = Map.copyOf(trialValues);
  }

  /** A method in its first version. */
  public SupernetMethod(
      MethodDescription description,
      String reconstruction,
      SearchSettings settings,
      List<HyperParameter> hyperParameters,
      Map<String, Double> trialValues,
      Function<PolicyContext, SearchPolicy> builder) {
    this(description, reconstruction, settings, hyperParameters, trialValues, 1, false, builder);
  }

  /** A method in its first version whose own hyper-parameters are the same in all profiles. */
  public SupernetMethod(
      MethodDescription description,
      String reconstruction,
      SearchSettings settings,
      List<HyperParameter> hyperParameters,
      Function<PolicyContext, SearchPolicy> builder) {
    this(description, reconstruction, settings, hyperParameters, Map.of(), builder);
  }

  /** The same, taking finite differences. */
  public SupernetMethod withFiniteDifferences() {
    return new SupernetMethod(
        description,
        reconstruction,
        settings,
        hyperParameters,
        trialValues,
        version,
        true,
        builder);
  }

  /** The name on the command line and in claim files. */
  public String name() {
    return description.name();
  }

  /** All that can be set in a profile, with the defaults there. */
  public List<HyperParameter> allHyperParameters(SupernetProfile profile) {
    List<HyperParameter> all = new ArrayList<>(profile.limit(settings).hyperParameters());
    for (HyperParameter parameter : hyperParameters) {
      Double trial = profile == SupernetProfile.SMOKE ? trialValues.get(parameter.name()) : null;
      all.add(trial == null ? parameter : parameter.withDefault(trial));
    }
    return all;
  }

  /**
   * One search by this method.
   *
   * @param trial profile, seed and what computes
   * @param given numbers, or texts that are numbers, by name; defaults for the others
   * @throws org.dartboard.search.HyperParameterException naming all that is wrong
   */
  public SearchPlan plan(SearchTrial trial, Map<String, ? extends @Nullable Object> given) {
    if (finiteDifferences && trial.precision().equals(Precision.BF16.label())) {
      throw new HyperParameterException(
          name(),
          List.of(
              "precision %s is too coarse for the finite differences that it takes; search in %s"
                  .formatted(trial.precision(), Precision.FP32.label())));
    }
    HyperParameters values =
        HyperParameters.read(name(), allHyperParameters(trial.profile()), given);
    SearchPlan plan =
        new SearchPlan(this, trial, trial.profile().limit(settings).read(values), values);
    requireNetwork(plan);
    return plan;
  }

  /** Numbers that are each in their range may still make no network together. */
  private void requireNetwork(SearchPlan plan) {
    try {
      SearchPolicy policy = plan.policy(plan.imageSize(), Cifar10.CLASSES);
      for (int stage = 0; stage < policy.stages(); stage++) {
        policy.spec(stage);
      }
    } catch (IllegalArgumentException e) {
      throw new HyperParameterException(name(), List.of(String.valueOf(e.getMessage())));
    }
  }
}
