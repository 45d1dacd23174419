package org.dartboard.claim;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dartboard.claim.Finding.Judgement;
import org.dartboard.statistics.Interval;
import org.dartboard.statistics.MeanIntervals;
import org.dartboard.statistics.Sample;
import org.jspecify.annotations.Nullable;

/** Applies {@link Rule.Equivalence} to one target. */
final class EquivalenceAssessment {
  private EquivalenceAssessment() {}

  static Assessment of(Rule.Equivalence rule, Measured measured) {
    Target target = measured.target();
    Published published = target.published();
    Tally ended = Tally.of(measured.values(), 0, FailedRuns.EXCLUDE, List.of(), value -> 0);
    Tally others = Tally.of(measured.reference(), 0, FailedRuns.EXCLUDE, List.of(), value -> 0);
    if (ended.isEmpty() || (published == null && others.isEmpty())) {
      return Assessment.undecided(
          target,
          ended.values().size(),
          measured.failures() + ended.failures(),
          OptionalDouble.empty(),
          ended.isEmpty() ? measured.withoutValue() : "there are no reference runs");
    }
    // A failed run is as far from the other side as any run that ended.
    double ours = Sample.of(ended.array()).mean();
    double theirs = published == null ? Sample.of(others.array()).mean() : published.value();
    Tally tally =
        Tally.of(
            measured.values(),
            measured.failures(),
            rule.failedRuns(),
            measured.reference(),
            value -> Math.abs(value - theirs));
    Tally reference =
        Tally.of(
            measured.reference(),
            0,
            rule.failedRuns(),
            measured.values(),
            value -> Math.abs(value - ours));
    double expected = published == null ? Sample.of(reference.array()).mean() : published.value();
    Sample sample = Sample.of(tally.array());
    Optional<Interval> interval =
        interval(rule, sample, published, reference).filter(i -> Double.isFinite(i.low()));
    int fewest = published == null ? Math.min(tally.ended(), reference.ended()) : tally.ended();
    return Assessment.of(
        new Finding(
            target,
            target.mayDecide(),
            judgement(rule, interval, fewest, rule.marginFor(target)),
            sample.count(),
            tally.failures(),
            OptionalDouble.of(sample.mean()),
            OptionalDouble.of(expected),
            OptionalDouble.of(sample.mean() - expected),
            interval,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            note(rule, sample, fewest, published, tally, reference)));
  }

  private static Optional<Interval> interval(
      Rule.Equivalence rule, Sample sample, @Nullable Published published, Tally reference) {
    if (published == null) {
      return MeanIntervals.welch(sample, Sample.of(reference.array()), rule.level());
    }
    Optional<Sample> publishedRuns = published.sample();
    return publishedRuns.isPresent()
        ? MeanIntervals.welch(sample, publishedRuns.get(), rule.level())
        : MeanIntervals.student(sample, rule.level())
            .map(interval -> interval.shifted(-published.value()));
  }

  private static Judgement judgement(
      Rule.Equivalence rule, Optional<Interval> interval, int runs, double margin) {
    if (interval.isEmpty() || runs < rule.minimumRuns()) {
      return Judgement.UNDECIDED;
    }
    Interval allowed = Interval.around(0, margin);
    if (interval.get().isInside(allowed)) {
      return Judgement.SUPPORTS;
    }
    return interval.get().isOutside(allowed) ? Judgement.CONTRADICTS : Judgement.UNDECIDED;
  }

  private static String note(
      Rule.Equivalence rule,
      Sample sample,
      int fewest,
      @Nullable Published published,
      Tally tally,
      Tally reference) {
    List<String> notes =
        Stream.of(
                tally.note(),
                reference.note().isEmpty() ? "" : "of the reference " + reference.note(),
                sample.count() == 1 ? "one run has no interval" : "",
                fewest < rule.minimumRuns() ? Runs.fewer(fewest, rule.minimumRuns()) : "",
                published != null && published.sample().isEmpty()
                    ? "the published mean counts as exact, since its error is unknown"
                    : "",
                sample.count() > 1 && sample.standardDeviation().getAsDouble() == 0
                    ? "all runs agree to the last digit"
                    : "")
            .filter(note -> !note.isEmpty())
            .toList();
    return notes.stream().collect(Collectors.joining("; "));
  }
}
