package org.dartboard.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.dartboard.table.Dataset;
import org.dartboard.table.Epochs;
import org.dartboard.table.Split;
import org.jspecify.annotations.Nullable;

/** Claims and evidence made up for tests. */
final class Claims {
  static final Rule.Equivalence EQUIVALENCE =
      new Rule.Equivalence(
          "welch-interval", 1, Map.of("cifar100", 3.0), 0.05, 3, FailedRuns.EXCLUDE, "why");

  static final Rule.Exact EXACT = new Rule.Exact("absolute-difference", 0.005, "why");

  static final Rule.Direction GREATER =
      new Rule.Direction(
          "permutation", Rule.Way.GREATER, 0.5, 0.05, 3, FailedRuns.EXCLUDE, null, "why");

  static final Rule.Direction MOSTLY_ABOVE_TEN =
      new Rule.Direction(
          "binomial",
          Rule.Way.GREATER,
          0.1,
          0.05,
          3,
          FailedRuns.EXCLUDE,
          new Rule.Share(10, 0.5),
          "why");

  private Claims() {}

  static Claim claim(String id, ClaimKind kind, Rule rule, Target... targets) {
    return claim(id, kind, null, rule, targets);
  }

  static Claim claim(
      String id, ClaimKind kind, @Nullable String reconstruction, Rule rule, Target... targets) {
    Profiles.Settings runs = new Profiles.Settings(10);
    return new Claim(
        "paper",
        id,
        "title",
        "statement",
        kind,
        kind == ClaimKind.PUBLISHED_ONLY ? "the images cannot be had" : null,
        reconstruction,
        null,
        List.of(targets),
        List.of(),
        new Procedure.Optimum(),
        new Profiles(runs, runs, runs),
        rule);
  }

  static Target target(String label, @Nullable Published published) {
    return target(label, Dataset.CIFAR10, published);
  }

  static Target target(String label, Dataset dataset, @Nullable Published published) {
    return new Target(
        label,
        Quantity.ACCURACY,
        dataset,
        Split.TEST,
        Epochs.TWO_HUNDRED,
        published,
        published == null ? "the other runs" : null);
  }

  /** A figure from the paper; a count of 0 stands for an unknown error. */
  static Published published(double value, double spread, int runs) {
    return published(value, spread, runs, Confidence.PAPER, 1);
  }

  static Published published(
      double value, double spread, int runs, Confidence confidence, int sources) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < sources; i++) {
      names.add("source " + i);
    }
    return new Published(
        value,
        runs == 0 ? null : (Double) spread,
        runs == 0 ? null : SpreadMeaning.STANDARD_DEVIATION_OF_RUNS,
        runs == 0 ? null : (Integer) runs,
        "Table 1",
        names,
        confidence,
        Family.SEARCHED_ON_CIFAR10,
        null);
  }

  static List<Double> values(double... values) {
    return Arrays.stream(values).boxed().toList();
  }

  static List<Double> same(double value, int count) {
    return DoubleStream.generate(() -> value).limit(count).boxed().toList();
  }

  /** Decides a paper with this claim alone, at the profile that makes full use of its evidence. */
  static Verdict decide(Claim claim, Measured... measured) {
    return decide(claim, Profile.PAPER, measured);
  }

  static Verdict decide(Claim claim, Profile profile, Measured... measured) {
    return Verdicts.decide(
            paper(claim), profile, Map.of(claim.id(), new Evidence.Measurements(List.of(measured))))
        .get(0);
  }

  static ClaimFile paper(Claim... claims) {
    return new ClaimFile(
        new Paper("paper", "title", List.of("author"), 2020, "venue", List.of("id")),
        List.of(claims));
  }
}
