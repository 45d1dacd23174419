package org.dartboard.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.dartboard.statistics.Holm;
import org.jspecify.annotations.Nullable;

/**
 * Holm's correction over all tests that decide a claim of a paper, those that have yet to be run
 * with p = 1.
 *
 * <p>No corrected p-value falls when another test's p-value rises, and none rises above 1: so what
 * stands here is never less than what it will be when every test has been run.
 */
final class HolmOfPaper {
  private final IdentityHashMap<Assessment, Double> corrected;

  private HolmOfPaper(IdentityHashMap<Assessment, Double> corrected) {
    this.corrected = corrected;
  }

  /**
   * The correction of a paper.
   *
   * @param assessments of the claims that have any runs, one for each target in its order
   * @param complete whether a claim's runs are all there; till then its p-values may yet rise, and
   *     stand for themselves alone
   */
  static HolmOfPaper of(
      ClaimFile file, Map<Claim, List<Assessment>> assessments, Predicate<Claim> complete) {
    List<Assessment> known = new ArrayList<>();
    int tests = 0;
    for (Claim claim : file.claims()) {
      tests += claim.tests().size();
      if (complete.test(claim)) {
        known.addAll(tests(assessments.get(claim)));
      }
    }
    IdentityHashMap<Assessment, Double> corrected = new IdentityHashMap<>();
    correct(known, List.of(), tests, corrected);
    for (Claim claim : file.claims()) {
      if (!complete.test(claim)) {
        correct(tests(assessments.get(claim)), known, tests, corrected);
      }
    }
    return new HolmOfPaper(corrected);
  }

  /**
   * Adds the corrected p-values of some tests.
   *
   * @param others that count beside them
   * @param tests how many the paper has; p is 1 for the rest
   */
  private static void correct(
      List<Assessment> some,
      List<Assessment> others,
      int tests,
      IdentityHashMap<Assessment, Double> corrected) {
    double[] p = new double[tests];
    Arrays.fill(p, 1);
    for (int i = 0; i < some.size() + others.size(); i++) {
      Assessment test = i < some.size() ? some.get(i) : others.get(i - some.size());
      p[i] = test.uncorrected().p().getAsDouble();
    }
    double[] adjusted = Holm.adjust(p);
    for (int i = 0; i < some.size(); i++) {
      corrected.put(some.get(i), adjusted[i]);
    }
  }

  /** The corrected p-value; that of the test alone where nothing rests on it; empty without one. */
  OptionalDouble of(Assessment assessment) {
    Double p = corrected.get(assessment);
    return p == null ? assessment.uncorrected().p() : OptionalDouble.of(p);
  }

  private static List<Assessment> tests(@Nullable List<Assessment> assessments) {
    return assessments == null
        ? List.of()
        : assessments.stream()
            .filter(assessment -> assessment.uncorrected().decides())
            .filter(assessment -> assessment.uncorrected().p().isPresent())
            .toList();
  }
}
