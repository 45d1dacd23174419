package org.dartboard.report.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
                skips(searches),
                parameters(searches)),
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
                losses(searches)),
            ofMethods(searches))
        .flatMap(charts -> charts)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Chart> none() {
    return Optional.empty();
  }

  private static Stream<Optional<Chart>> weights(List<SearchSheet> searches) {
    return Stream.of(alpha(searches), operationWeights(searches), edgeWeights(searches));
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
    return EpochCharts.curves(
        id("accuracy-" + column),
        ColumnWords.of("accuracy_" + column).title(),
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
        columns.size() == 1
            ? ColumnWords.of("regret_" + TEST).title()
            : "Distance of the current cell to the best of the table, test images of each dataset",
        searches,
        columns,
        List.of());
  }

  /** How many of the current cell's six edges are skip connections. */
  public static Optional<Chart> skips(List<SearchSheet> searches) {
    return single("skips", "skips", "skip connections", searches);
  }

  /** How many parameters the current cell has. */
  public static Optional<Chart> parameters(List<SearchSheet> searches) {
    return single("parameters", "parameters", "parameters", searches);
  }

  /** alpha by edge. */
  public static Optional<Chart> alpha(List<SearchSheet> searches) {
    return EpochCharts.panels("alpha", ColumnWords.of("alpha").title(), "alpha", searches);
  }

  /** p by edge. */
  public static Optional<Chart> operationWeights(List<SearchSheet> searches) {
    return operationWeights("p", ColumnWords.of("p").title(), searches);
  }

  /** The same as one of several charts. */
  public static Optional<Chart> operationWeights(
      String id, String title, List<SearchSheet> searches) {
    return EpochCharts.panels(id, title, "p", searches);
  }

  /** q by edge. */
  public static Optional<Chart> edgeWeights(List<SearchSheet> searches) {
    return edgeWeights("q", ColumnWords.of("q").title(), searches);
  }

  /** The same as one of several charts; none where q is 1 throughout, as without edge weights. */
  public static Optional<Chart> edgeWeights(String id, String title, List<SearchSheet> searches) {
    return EpochCharts.edges(id, title, "q", searches)
        .filter(
            chart -> chart.points().stream().anyMatch(point -> !Objects.equals(point.y(), 1.0)));
  }

  /** The largest p minus the second largest. */
  public static Optional<Chart> margin(List<SearchSheet> searches) {
    return EpochCharts.curves(
        "margin",
        "Largest operation weight minus the second largest",
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
        ColumnWords.of("mean_entropy").title(),
        searches,
        List.of(new CurveColumn("mean_entropy", "mean over edges")),
        List.of());
  }

  /** Lambda; for one search both forms on both halves, for several the first on training images. */
  public static Optional<Chart> alignment(List<SearchSheet> searches) {
    CurveColumn training = new CurveColumn("alignment_training", "cosine, training images");
    return EpochCharts.curves(
        "alignment",
        "Layer alignment Lambda of the gradients of p",
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
    return single("eigenvalue", "hessian_eigenvalue", "largest eigenvalue", searches);
  }

  /** Supernet and single operations for one search, their difference for several. */
  public static Optional<Chart> gap(List<SearchSheet> searches) {
    return EpochCharts.names(searches).size() > 1
        ? single("gap", "discretisation_gap", "gap", searches)
        : EpochCharts.curves(
            "gap",
            "Discretisation gap: supernet, and the same weights with the cell's operations alone",
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
        "Rank correlation of supernet scores and table accuracy, CIFAR-10 test",
        searches,
        List.of(
            new CurveColumn("kendall_" + TEST, "Kendall's tau"),
            new CurveColumn("spearman_" + TEST, "Spearman's rho")),
        List.of());
  }

  /** Losses of both steps. */
  public static Optional<Chart> losses(List<SearchSheet> searches) {
    return EpochCharts.curves(
        "losses",
        "Losses of the supernet",
        searches,
        List.of(
            new CurveColumn("training_loss", "training half"),
            new CurveColumn("validation_loss", "validation half")),
        List.of());
  }

  /**
   * Wall time of the steps.
   *
   * @param timings sheets of {@code timing.csv} files
   */
  public static Optional<Chart> stepTime(List<SearchSheet> timings) {
    return EpochCharts.curves(
        "step-time",
        "Step time by epoch, wall time",
        timings,
        List.of(
            new CurveColumn("weight_step_ms", "step on the weights"),
            new CurveColumn("architecture_step_ms", "step on the architecture")),
        List.of());
  }

  /** What one method alone logs, a chart a column. */
  private static Stream<Optional<Chart>> ofMethods(List<SearchSheet> searches) {
    return ColumnWords.ofMethods().stream()
        .map(column -> single(id(column), column, ColumnWords.of(column).title(), searches));
  }

  private static Optional<Chart> single(
      String id, String column, String label, List<SearchSheet> searches) {
    return EpochCharts.curves(
        id,
        ColumnWords.of(column).title(),
        searches,
        List.of(new CurveColumn(column, label)),
        List.of());
  }

  private static String id(String column) {
    return column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
