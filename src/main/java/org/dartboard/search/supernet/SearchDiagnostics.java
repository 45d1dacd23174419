package org.dartboard.search.supernet;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.data.Batch;
import org.dartboard.diagnose.BatchSeries;
import org.dartboard.diagnose.CellScores;
import org.dartboard.diagnose.DiscretisationGap;
import org.dartboard.diagnose.EdgeDecision;
import org.dartboard.diagnose.MeanAlignment;
import org.dartboard.engine.DivergenceException;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.Precision;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.secondorder.ArchitectureHessian;
import org.dartboard.engine.secondorder.ArchitectureMap;
import org.dartboard.engine.secondorder.BatchLoss;
import org.dartboard.engine.secondorder.Displacement;
import org.dartboard.engine.secondorder.GradientProbe;
import org.dartboard.engine.secondorder.Point;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Cell;

/**
 * What is measured at the end of an epoch, apart from the search: it draws on no stream of the
 * search and writes to nothing that the search reads, so a search finds the same with and without.
 * Where something is no longer finite, a measurement is NaN; that the search has diverged is for
 * its next step to find.
 *
 * <p>Images are the first ones of the validation half (or, where it says so, of the training half)
 * in one order of the trial, without augmentation: the same in each epoch. The halves are the
 * official ones; a search that trains its weights on the validation half too (single stage after
 * its freeze, other data splits) has seen these images.
 *
 * <p>The mixture is that of all operations with the weights that follow from alpha. After the
 * freeze of a single stage with {@code harden=1} it is not the network that is trained.
 */
final class SearchDiagnostics {
  /** How many random cells there are. */
  static final int CELLS = 200;

  private static final int ALIGNMENT_BATCHES = 16;
  private static final int STATISTICS_BATCHES = 20;

  /** The log's columns of what is measured, in their order. */
  static final List<String> COLUMNS =
      List.of(
          "mean_margin",
          "minimum_margin",
          "mean_entropy",
          "alignment_training",
          "alignment_validation",
          "signed_alignment_training",
          "signed_alignment_validation",
          "hessian_eigenvalue",
          "hessian_asymmetry",
          "mixture_accuracy",
          "discrete_accuracy",
          "discretisation_gap");

  private final SearchSettings settings;
  private final SearchBatches batches;
  private final List<Cell> cells;

  SearchDiagnostics(SearchSettings settings, SearchBatches batches) {
    this.settings = settings;
    this.batches = batches;
    this.cells = cells().subList(0, settings.whole(Setting.SCORED_CELLS));
  }

  /** The cells that searches score: the same for all methods, seeds and claims. */
  static List<Cell> cells() {
    UniformRandomProvider random = new RandomStreams("diagnostics", 0).stream("cells");
    Set<Cell> cells = new LinkedHashSet<>();
    while (cells.size() < CELLS) {
      cells.add(new Cell(random.nextInt(Cell.COUNT)));
    }
    return List.copyOf(cells);
  }

  /**
   * Measures what is due.
   *
   * @param turn the epoch's last
   * @param number the epoch's, from 1, over all stages
   * @param last whether the stage or the search ends with it
   */
  EpochDiagnosis take(
      Turn turn, int number, boolean last, SearchPolicy policy, SearchNetwork network) {
    Map<String, Double> measured = new LinkedHashMap<>();
    COLUMNS.forEach(column -> measured.put(column, Double.NaN));
    decisions(policy.operationWeights(), measured);
    Optional<ArchitectureMap> map = policy.mixture(network.spec());
    Knobs ofStep = policy.knobs(turn);
    Knobs knobs = new Knobs(true, 0, ofStep.auxiliaryWeight(), ofStep.maskSeed());
    Optional<SupernetInput> mixture =
        map.map(known -> network.mixture(policy.operationWeights(), policy.edgeWeights()));
    alignment(
        mixture.filter(known -> due(Setting.ALIGNMENT_INTERVAL, number, last)),
        knobs,
        network,
        measured);
    hessian(
        mixture.filter(known -> due(Setting.HESSIAN_INTERVAL, number, last)),
        map,
        policy.alpha(),
        knobs,
        network,
        measured);
    gap(
        mixture.filter(known -> due(Setting.GAP_INTERVAL, number, last)),
        policy.currentCell(),
        knobs,
        network,
        measured);
    boolean scored =
        due(Setting.CELL_SCORES_INTERVAL, number, last)
            && cells.stream().allMatch(cell -> CellScores.canScore(network.spec(), cell));
    return new EpochDiagnosis(
        measured,
        cells,
        scored ? unlessDiverged(() -> scores(network)).orElse(List.of()) : List.of());
  }

  /** What a measurement gives; nothing where it meets what is not finite. */
  private static <T> Optional<T> unlessDiverged(Supplier<T> measurement) {
    try {
      return Optional.of(measurement.get());
    } catch (DivergenceException e) {
      return Optional.empty();
    }
  }

  private boolean due(Setting interval, int number, boolean last) {
    int epochs = settings.whole(interval);
    return epochs > 0 && (last || number % epochs == 0);
  }

  private static void decisions(double[] operationWeights, Map<String, Double> measured) {
    if (!EdgeDecision.areWeights(operationWeights)) {
      return;
    }
    List<EdgeDecision> edges = EdgeDecision.ofAll(operationWeights);
    measured.put(
        "mean_margin", edges.stream().mapToDouble(EdgeDecision::margin).average().orElseThrow());
    measured.put(
        "minimum_margin", edges.stream().mapToDouble(EdgeDecision::margin).min().orElseThrow());
    measured.put(
        "mean_entropy", edges.stream().mapToDouble(EdgeDecision::entropy).average().orElseThrow());
  }

  private void alignment(
      Optional<SupernetInput> mixture,
      Knobs knobs,
      SearchNetwork network,
      Map<String, Double> measured) {
    mixture
        .flatMap(known -> alignment(known, knobs, batches::statistics, network))
        .ifPresent(
            training -> {
              measured.put("alignment_training", training.cosine());
              measured.put("signed_alignment_training", training.signed());
            });
    mixture
        .flatMap(known -> alignment(known, knobs, batches::scoring, network))
        .ifPresent(
            validation -> {
              measured.put("alignment_validation", validation.cosine());
              measured.put("signed_alignment_validation", validation.signed());
            });
  }

  private static Optional<MeanAlignment> alignment(
      SupernetInput mixture, Knobs knobs, IntFunction<Batch> batches, SearchNetwork network) {
    return unlessDiverged(
        () ->
            MeanAlignment.measure(
                network.supernet(),
                mixture,
                knobs,
                new BatchSeries(batches, ALIGNMENT_BATCHES),
                network.spare()));
  }

  private void hessian(
      Optional<SupernetInput> mixture,
      Optional<ArchitectureMap> map,
      double[] alpha,
      Knobs knobs,
      SearchNetwork network,
      Map<String, Double> measured) {
    if (mixture.isEmpty() || network.description().precision() != Precision.FP32) {
      return;
    }
    Point point = new Point(mixture.get(), alpha);
    unlessDiverged(
            () ->
                ArchitectureHessian.at(
                    new GradientProbe(network.supernet(), map.orElseThrow(), network.batchSize()),
                    point,
                    new BatchLoss(batches.scoring(0), knobs),
                    Displacement.ARCHITECTURE_HESSIAN))
        .ifPresent(
            hessian -> {
              measured.put("hessian_eigenvalue", hessian.largestEigenvalue());
              measured.put("hessian_asymmetry", hessian.asymmetry());
            });
  }

  private void gap(
      Optional<SupernetInput> mixture,
      Optional<Cell> cell,
      Knobs knobs,
      SearchNetwork network,
      Map<String, Double> measured) {
    if (mixture.isEmpty() || cell.isEmpty()) {
      return;
    }
    SupernetInput mixed = mixture.get();
    Cell single = cell.get();
    unlessDiverged(
            () ->
                DiscretisationGap.measure(
                    network.supernet(),
                    mixed,
                    single,
                    knobs.auxiliaryWeight(),
                    network.batchSize(),
                    new BatchSeries(
                        batches::statistics, Math.min(STATISTICS_BATCHES, batches.steps(false))),
                    validation(Setting.GAP_IMAGES, network)))
        .ifPresent(
            gap -> {
              measured.put("mixture_accuracy", gap.supernet());
              measured.put("discrete_accuracy", gap.discrete());
              measured.put("discretisation_gap", gap.gap());
            });
  }

  private List<Double> scores(SearchNetwork network) {
    double[] scores =
        CellScores.of(
            network.supernet(),
            network.input(),
            cells,
            validation(Setting.CELL_SCORES_IMAGES, network),
            network.spare());
    return Arrays.stream(scores).boxed().toList();
  }

  /** So many batches that the images are in them, but none twice. */
  private BatchSeries validation(Setting images, SearchNetwork network) {
    int size = network.batchSize();
    int count = (settings.whole(images) + size - 1) / size;
    return new BatchSeries(batches::scoring, Math.min(count, batches.scoringBatches()));
  }
}
