package org.dartboard.claim;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which runs a target is measured on.
 *
 * @param label that of the targets
 * @param of labels of the arms whose runs are measured
 * @param against labels of the arms whose runs are the reference; none where the target is held
 *     against a published figure or a fixed value
 * @param log the column of the log that a diagnostic is taken from; null for other quantities
 * @param statistic what is taken of the column; null likewise
 * @param retrained whether the reference is the found cells of these same runs, each trained anew
 *     for as much arithmetic as its search spent on the weights alone, and evaluated on the same
 *     images; null stands for no
 * @param deviation whether each value is replaced by its distance to the mean of its arm's runs, so
 *     that a target is about how much the runs differ; null stands for no
 * @param paired whether each value is replaced by its difference to the one of the reference's run
 *     with the same seed, and that by 0; null stands for no
 * @param centred whether the arms of both lists belong together by their places, and each value,
 *     the reference's too, is replaced by its distance to the mean of the reference's arm at its
 *     place; a reference and the arms that share it are a {@link Block}; null stands for no
 */
public record SearchMeasure(
    String label,
    List<String> of,
    List<String> against,
    @Nullable String log,
    @Nullable LogStatistic statistic,
    @Nullable Boolean retrained,
    @Nullable Boolean deviation,
    @Nullable Boolean paired,
    @Nullable Boolean centred) {
  public SearchMeasure {
    of = List.copyOf(of);
    against = against == null ? List.of() : List.copyOf(against);
  }

  /** Whether the reference is the found cells, trained anew. */
  public boolean isRetrained() {
    return Boolean.TRUE.equals(retrained);
  }

  /** Whether the values are distances to the mean of their arm. */
  public boolean isDeviation() {
    return Boolean.TRUE.equals(deviation);
  }

  /** Whether the values are differences of runs with the same seed. */
  public boolean isPaired() {
    return Boolean.TRUE.equals(paired);
  }

  /** Whether the values are distances to the means of the references' arms. */
  public boolean isCentred() {
    return Boolean.TRUE.equals(centred);
  }

  /**
   * Whether the arms of both sides are more than two and all of one method, so that the runs of a
   * seed start alike and can be held against each other seed by seed.
   */
  public boolean isBySeed(Procedure.SupernetSearch search) {
    return !isRetrained()
        && !isDeviation()
        && !isPaired()
        && !isCentred()
        && !against.isEmpty()
        && of.size() + against.size() > 2
        && Stream.concat(of.stream(), against.stream())
                .map(label -> search.arm(label).method())
                .distinct()
                .count()
            == 1;
  }
}
