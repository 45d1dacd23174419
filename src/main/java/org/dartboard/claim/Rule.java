package org.dartboard.claim;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a claim is decided, fixed before anything is run. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Rule.Equivalence.class, name = "equivalence"),
  @JsonSubTypes.Type(value = Rule.Exact.class, name = "exact"),
  @JsonSubTypes.Type(value = Rule.Direction.class, name = "direction")
})
public sealed interface Rule {
  /** The name of the test or interval, as the file gives it. */
  String test();

  /** Why the numbers of the rule are what they are. */
  String why();

  /**
   * The measured mean is the published one, or that of a measured reference, up to a margin: the
   * interval of their difference lies inside the margin, wholly outside, or neither.
   *
   * <p>The interval is Welch's with the published mean's own error. Where that is unknown the
   * published mean counts as exact, and the interval is Student's.
   *
   * @param test always {@code welch-interval}
   * @param margin the largest difference that counts as none, in the target's unit, above 0
   * @param margins other margins, by the label of the dataset
   * @param level the probability of error: 0.05 takes 95 % intervals
   * @param minimumRuns how many runs it takes to decide, 2 or more
   * @param failedRuns what a failed run counts as: left out, or the value among the runs of both
   *     sides that is farthest from the other side's mean
   */
  record Equivalence(
      String test,
      double margin,
      Map<String, Double> margins,
      double level,
      int minimumRuns,
      FailedRuns failedRuns,
      String why)
      implements Rule {
    public Equivalence {
      margins = margins == null ? Map.of() : Map.copyOf(margins);
    }

    /** The margin that holds for a target. */
    public double marginFor(Target target) {
      return target
          .column()
          .map(column -> margins.getOrDefault(column.dataset().label(), margin))
          .orElse(margin);
    }
  }

  /**
   * The measured value has no error of its own and is the published one up to a tolerance, such as
   * half a unit of its last digit.
   *
   * @param test always {@code absolute-difference}
   * @param tolerance in the target's unit, 0 or more
   */
  record Exact(String test, double tolerance, String why) implements Rule {}

  /**
   * One thing is greater, or less, than another: an exact test, corrected by Holm within the paper,
   * and an effect that is large enough.
   *
   * <p>The permutation test compares the mean of the target's runs with that of its reference; the
   * effect is the difference of the means in the target's unit. The binomial test compares the
   * share of runs above a threshold with chance; the effect is the difference of the two
   * proportions. Where the target's runs come in blocks, the test deals labels out within them.
   *
   * @param test permutation or binomial
   * @param alternative what the claim says
   * @param minimumEffect the smallest effect in the claimed direction that counts, 0 or more
   * @param level the largest corrected p-value that counts
   * @param minimumRuns how many runs each side needs to decide
   * @param failedRuns what a failed run counts as: left out, or as {@link FailedRuns#WORST} says
   *     for a run of either side; for a share, a run that does not count as the claim would have it
   * @param share what the binomial test counts; null for the permutation test
   */
  record Direction(
      String test,
      Way alternative,
      double minimumEffect,
      double level,
      int minimumRuns,
      FailedRuns failedRuns,
      @Nullable Share share,
      String why)
      implements Rule {}

  /**
   * The share of runs that a binomial test is about.
   *
   * @param threshold a run counts if its value is above this, in the target's unit
   * @param chance the share under the null hypothesis, between 0 and 1
   */
  record Share(double threshold, double chance) {}

  /** The direction that a claim asserts. */
  enum Way {
    GREATER("greater"),
    LESS("less");

    private final String label;

    Way(String label) {
      this.label = label;
    }

    /** The word that files and pages use. */
    @JsonValue
    public String label() {
      return label;
    }

    /** 1 for greater, -1 for less. */
    int sign() {
      return this == GREATER ? 1 : -1;
    }
  }

  /** No rule; stands in where the kind of a claim is {@code published-only}. */
  record None() implements Rule {
    @Override
    public String test() {
      return "none";
    }

    @Override
    public String why() {
      return "nothing can be run";
    }
  }
}
