package org.dartboard.claim;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dartboard.claim.Finding.Judgement;

/** Applies {@link Rule.Exact} to one target. */
final class ExactAssessment {
  /** Room for the rounding of differences of decimal fractions. */
  private static final double ROUNDING = 1e-9;

  private ExactAssessment() {}

  static Assessment of(Rule.Exact rule, Measured measured) {
    Target target = measured.target();
    int values = measured.values().size();
    if (values != 1 || !Double.isFinite(measured.values().get(0))) {
      String found = values == 1 ? "the value " + measured.values().get(0) : values + " values";
      return Assessment.undecided(
          target,
          values,
          measured.failures(),
          OptionalDouble.empty(),
          "an exact rule needs one finite value and got " + found);
    }
    double value = measured.values().get(0);
    double expected =
        Objects.requireNonNull(target.published(), "an exact rule has a published figure").value();
    double difference = value - expected;
    return Assessment.of(
        new Finding(
            target,
            target.mayDecide(),
            Math.abs(difference) <= rule.tolerance() + ROUNDING
                ? Judgement.SUPPORTS
                : Judgement.CONTRADICTS,
            1,
            measured.failures(),
            OptionalDouble.of(value),
            OptionalDouble.of(expected),
            OptionalDouble.of(difference),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            ""));
  }
}
