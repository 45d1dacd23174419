package org.dartboard.report.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.SeriesPoint;

/**
 * Charts over the epochs of searches: of one, or of several beside each other.
 *
 * <p>Searches whose sheets have the same name are one line, their mean, with a band from the lowest
 * to the highest. A chart without a number to draw is left out.
 */
public final class SearchCharts {
  private static final String TEST = "cifar10_test";

  private static final Map<String, String> DATASETS =
      Map.of(
          TEST,
          "CIFAR-10 test",
          "cifar100_test",
          "CIFAR-100 test",
          "ImageNet16-120_test",
          "ImageNet16-120 test",
          "cifar10-valid_valid",
          "CIFAR-10 validation");

  private SearchCharts() {}

  /**
   * All charts that searches have numbers for.
   *
   * @param searches one or more; of several, the accuracies on other datasets than CIFAR-10 are
   *     left out
   */
  public static List<Chart> all(List<SearchSheet> searches) {
    return Stream.of(
            Stream.of(
                accuracy(searches, TEST),
                EpochCharts.names(searches).size() == 1
                    ? accuracy(searches, "cifar100_test")
                    : none(),
                EpochCharts.names(searches).size() == 1
                    ? accuracy(searches, "ImageNet16-120_test")
                    : none(),
                regret(searches),
                skips(searches)),
            EpochCharts.names(searches).size() == 1
                ? weights(searches)
                : Stream.<Optional<Chart>>of(),
            Stream.of(
                margin(searches),
                entropy(searches),
                alignment(searches),
                eigenvalue(searches),
                gap(searches),
                correlation(searches),
                losses(searches)))
        .flatMap(charts -> charts)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Chart> none() {
    return Optional.empty();
  }

  private static Stream<Optional<Chart>> weights(List<SearchSheet> searches) {
    return Stream.of(alpha(searches), operationWeights(searches));
  }

  /**
   * The current cell's accuracy in the table, with the best cell's as a line.
   *
   * @param column dataset and split as in the curves' columns, such as {@code cifar10_test}
   */
  public static Optional<Chart> accuracy(List<SearchSheet> searches, String column) {
    List<SeriesPoint> optimum = new ArrayList<>();
    double best = Double.NaN;
    double last = 0;
    for (SearchSheet search : searches) {
      double[] accuracy = search.numbers("accuracy_" + column);
      double[] regret = search.numbers("regret_" + column);
      for (int i = 0; i < Math.min(accuracy.length, regret.length); i++) {
        best = Double.isNaN(accuracy[i] + regret[i]) ? best : accuracy[i] + regret[i];
      }
      last = Math.max(last, search.epochs()[search.size() - 1]);
    }
    if (!Double.isNaN(best)) {
      optimum.add(SeriesPoint.line("best cell", 1, best));
      optimum.add(SeriesPoint.line("best cell", last, best));
    }
    String dataset = DATASETS.getOrDefault(column, column);
    return EpochCharts.curves(
        "accuracy-" + column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
        "Accuracy of the current cell, " + dataset,
        "accuracy after 200 epochs, %",
        searches,
        List.of(new CurveColumn("accuracy_" + column, "current cell")),
        optimum);
  }

  /** The distance to the best cell: on all datasets for one search, on CIFAR-10 for several. */
  public static Optional<Chart> regret(List<SearchSheet> searches) {
    List<CurveColumn> columns =
        EpochCharts.names(searches).size() > 1
            ? List.of(new CurveColumn("regret_" + TEST, "CIFAR-10"))
            : List.of(
                new CurveColumn("regret_" + TEST, "CIFAR-10"),
                new CurveColumn("regret_cifar100_test", "CIFAR-100"),
                new CurveColumn("regret_ImageNet16-120_test", "ImageNet16-120"));
    return EpochCharts.curves(
        "regret",
        "Regret of the current cell, test accuracy",
        "below the best cell, percentage points",
        searches,
        columns,
        List.of());
  }

  /** How many of the current cell's six edges are skip connections. */
  public static Optional<Chart> skips(List<SearchSheet> searches) {
    return EpochCharts.curves(
        "skips",
        "Skip connections of the current cell",
        "edges of six",
        searches,
        List.of(new CurveColumn("skips", "skip connections")),
        List.of());
  }

  /** alpha by edge. */
  public static Optional<Chart> alpha(List<SearchSheet> searches) {
    return EpochCharts.panels("alpha", "Architecture parameters alpha by edge", "alpha", searches);
  }

  /** p by edge. */
  public static Optional<Chart> operationWeights(List<SearchSheet> searches) {
    return EpochCharts.panels("p", "Operation weights p by edge", "p", searches);
  }

  /** The largest p minus the second largest. */
  public static Optional<Chart> margin(List<SearchSheet> searches) {
    return EpochCharts.curves(
        "margin",
        "Largest operation weight minus the second largest",
        "margin, share of the edge's weight",
        searches,
        List.of(
            new CurveColumn("mean_margin", "mean over edges"),
            new CurveColumn("minimum_margin", "least decided edge")),
        List.of());
  }

  /** The entropy of p. */
  public static Optional<Chart> entropy(List<SearchSheet> searches) {
    return EpochCharts.curves(
        "entropy",
        "Entropy of the operation weights",
        "entropy, nats, mean over edges",
        searches,
        List.of(new CurveColumn("mean_entropy", "mean over edges")),
        List.of());
  }

  /** Lambda; for one search both forms on both halves, for several the first on training images. */
  public static Optional<Chart> alignment(List<SearchSheet> searches) {
    CurveColumn training = new CurveColumn("alignment_training", "cosine, training images");
    return EpochCharts.curves(
        "alignment",
        "Layer alignment of the gradients of p",
        "alignment, -1 to 1",
        searches,
        EpochCharts.names(searches).size() > 1
            ? List.of(training)
            : List.of(
                training,
                new CurveColumn("alignment_validation", "cosine, validation images"),
                new CurveColumn("signed_alignment_training", "second form, training"),
                new CurveColumn("signed_alignment_validation", "second form, validation")),
        List.of());
  }

  /** The largest eigenvalue of the validation loss's Hessian in alpha. */
  public static Optional<Chart> eigenvalue(List<SearchSheet> searches) {
    return EpochCharts.curves(
        "eigenvalue",
        "Largest eigenvalue of the Hessian in alpha",
        "eigenvalue of the validation loss",
        searches,
        List.of(new CurveColumn("hessian_eigenvalue", "largest eigenvalue")),
        List.of());
  }

  /** Supernet and single operations for one search, their difference for several. */
  public static Optional<Chart> gap(List<SearchSheet> searches) {
    return EpochCharts.names(searches).size() > 1
        ? EpochCharts.curves(
            "gap",
            "Discretisation gap",
            "accuracy lost, percentage points",
            searches,
            List.of(new CurveColumn("discretisation_gap", "gap")),
            List.of())
        : EpochCharts.curves(
            "gap",
            "Supernet, and the same weights with the cell's operations alone",
            "accuracy on validation images, %",
            searches,
            List.of(
                new CurveColumn("mixture_accuracy", "supernet"),
                new CurveColumn("discrete_accuracy", "cell's operations alone")),
            List.of());
  }

  /** Rank correlation of supernet scores and table accuracy. */
  public static Optional<Chart> correlation(List<SearchSheet> searches) {
    return EpochCharts.curves(
        "correlation",
        "Supernet scores against table accuracy, fixed random cells",
        "rank correlation, CIFAR-10 test",
        searches,
        List.of(
            new CurveColumn("kendall_" + TEST, "Kendall"),
            new CurveColumn("spearman_" + TEST, "Spearman")),
        List.of());
  }

  /** Losses of both steps. */
  public static Optional<Chart> losses(List<SearchSheet> searches) {
    return EpochCharts.curves(
        "losses",
        "Losses of the supernet",
        "mean cross-entropy of the epoch, nats",
        searches,
        List.of(
            new CurveColumn("training_loss", "training half"),
            new CurveColumn("validation_loss", "validation half")),
        List.of());
  }
}
