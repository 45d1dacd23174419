package org.dartboard.claim;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;

/**
 * What is run to check a claim.
 *
 * <p>Each says what it measures for a target. A target with runs gets one value for each run; an
 * exact one gets a single value.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Procedure.TableSearch.class, name = "table-search"),
  @JsonSubTypes.Type(value = Procedure.Sensitivity.class, name = "sensitivity"),
  @JsonSubTypes.Type(value = Procedure.Lookup.class, name = "lookup"),
  @JsonSubTypes.Type(value = Procedure.Optimum.class, name = "optimum"),
  @JsonSubTypes.Type(value = Procedure.IsomorphismCount.class, name = "isomorphism-count"),
  @JsonSubTypes.Type(value = Procedure.CorrelationOfColumns.class, name = "correlation"),
  @JsonSubTypes.Type(value = Procedure.RelativeImprovement.class, name = "relative-improvement"),
  @JsonSubTypes.Type(value = Procedure.IdentifyCell.class, name = "identify-cell"),
  @JsonSubTypes.Type(value = Procedure.GapToOptimum.class, name = "gap-to-optimum"),
  @JsonSubTypes.Type(value = Procedure.BestOfN.class, name = "best-of-n"),
  @JsonSubTypes.Type(value = Procedure.SupernetSearch.class, name = "supernet-search"),
  @JsonSubTypes.Type(value = Procedure.Training.class, name = "training"),
  @JsonSubTypes.Type(value = Procedure.Benchmark.class, name = "benchmark")
})
public sealed interface Procedure {
  /**
   * Searches on the table under the benchmark's simulated clock.
   *
   * <p>A target gets, for each run, its column of the cell that the run ended with.
   *
   * @param method the registered name of the search method
   * @param budgetSeconds simulated seconds of a run
   * @param hyperparameters by name; those left out have the method's defaults
   */
  record TableSearch(String method, double budgetSeconds, Map<String, Double> hyperparameters)
      implements Procedure {
    public TableSearch {
      hyperparameters = Map.copyOf(hyperparameters);
    }
  }

  /**
   * Table searches whose rewards or costs are altered, against the same searches unaltered.
   *
   * <p>The target labelled {@link #targetLabel} gets, for each run, its column of the cell that the
   * altered run ended with; the unaltered runs, under other seeds, are its reference.
   *
   * @param methods registered names of search methods
   * @param budgetSeconds simulated seconds of a run
   * @param variants the alterations
   */
  record Sensitivity(List<String> methods, double budgetSeconds, List<Variant> variants)
      implements Procedure {
    public Sensitivity {
      methods = List.copyOf(methods);
      variants = List.copyOf(variants);
    }

    /** The label of the target for one method under one variant. */
    public static String targetLabel(String method, String variant) {
      return method + ", " + variant;
    }
  }

  /**
   * An alteration of the searches on the table.
   *
   * @param label names it within the claim
   * @param rewardNoise standard deviation of Gaussian noise on each reward, in points of accuracy
   * @param evaluationShare time of an evaluation as a share of the training time before it
   */
  record Variant(String label, double rewardNoise, double evaluationShare) {}

  /**
   * One architecture's row of the table; a target gets its column.
   *
   * @param architecture as an architecture string
   */
  record Lookup(String architecture) implements Procedure {}

  /** The largest value of each column; a target gets that of its column. */
  record Optimum() implements Procedure {}

  /** The number of isomorphism classes among the cells; a target gets this count. */
  record IsomorphismCount() implements Procedure {}

  /** The correlation of two columns over all cells; a target gets the kind that it names. */
  record CorrelationOfColumns(Column x, Column y) implements Procedure {}

  /**
   * Table searches, measured as improvement over the mean of the whole space.
   *
   * <p>A target gets, for each run, 100 (a - r) / r, where a is its column of the cell that the run
   * ended with and r the mean of that column over all cells.
   *
   * @param method the registered name of the search method
   * @param budgetSeconds simulated seconds of a run
   * @param hyperparameters by name; those left out have the method's defaults
   * @param reference what r is; {@code mean-of-space} is the only one yet
   */
  record RelativeImprovement(
      String method, double budgetSeconds, Map<String, Double> hyperparameters, String reference)
      implements Procedure {
    public RelativeImprovement {
      hyperparameters = Map.copyOf(hyperparameters);
    }
  }

  /**
   * Which cells have published figures.
   *
   * <p>The target with the label of an entry gets the number of cells whose figures all round to
   * those of the entry.
   */
  record IdentifyCell(List<Sighting> cells) implements Procedure {
    public IdentifyCell {
      cells = List.copyOf(cells);
    }
  }

  /** Published figures that are said to belong to one cell. */
  record Sighting(String label, List<Figure> figures) {
    public Sighting {
      figures = List.copyOf(figures);
    }
  }

  /**
   * A published accuracy, in percent.
   *
   * @param column where the table has it
   * @param value rounded to two decimals
   */
  record Figure(Column column, double value) {}

  /**
   * The distance of one architecture from the best; a target gets the largest value of its column
   * minus the architecture's, in points.
   */
  record GapToOptimum(String architecture) implements Procedure {}

  /**
   * What reporting the best of several runs does.
   *
   * <p>The runs are cut into two halves. A target gets the best, by its own column, of each group
   * of {@code decideAt} runs of the first half; the single runs of the second half are its
   * reference. So no run is on both sides. The curve up to {@code maximum} is for the eye.
   *
   * @param method the registered name of the search method
   * @param budgetSeconds simulated seconds of a run
   * @param hyperparameters by name; those left out have the method's defaults
   * @param maximum the largest N of the curve
   * @param decideAt the N that the claim is about
   * @param resamples how many draws each point of the curve takes for its band
   */
  record BestOfN(
      String method,
      double budgetSeconds,
      Map<String, Double> hyperparameters,
      int maximum,
      int decideAt,
      int resamples)
      implements Procedure {
    public BestOfN {
      hyperparameters = Map.copyOf(hyperparameters);
    }
  }

  /**
   * Differentiable searches on CIFAR-10, looked up in the table.
   *
   * <p>The targets with the label of a measure get, for each run of its arms, what the target's
   * quantity says: the found cell's accuracy, its distance to the best of the column (gap), its
   * improvement over the mean of the column over all cells, its number of skip connections (count),
   * or a number of the search's log (diagnostic). Several arms are taken together. The runs of the
   * arms in {@code against} are the reference.
   *
   * @param arms the searches
   * @param measures one for each label of a target
   */
  record SupernetSearch(List<SearchArm> arms, List<SearchMeasure> measures) implements Procedure {
    public SupernetSearch {
      arms = List.copyOf(arms);
      measures = List.copyOf(measures);
    }

    /** The arm with a label; claim files are checked for there being one. */
    public SearchArm arm(String label) {
      return arms.stream()
          .filter(arm -> arm.label().equals(label))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no arm is called '" + label + "'"));
    }

    /** Whether the found cells of any arm are trained anew. */
    public boolean retrains() {
      return arms.stream().anyMatch(this::retrains);
    }

    /** Whether the found cells of an arm are trained anew for some measure. */
    public boolean retrains(SearchArm arm) {
      return measures.stream()
          .anyMatch(measure -> measure.isRetrained() && measure.of().contains(arm.label()));
    }

    /** The measure with a label; claim files are checked for there being one. */
    public SearchMeasure measure(String label) {
      return measures.stream()
          .filter(measure -> measure.label().equals(label))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no measure is called '" + label + "'"));
    }
  }

  /**
   * Cells trained from scratch by the benchmark's recipe at its full size, against the table.
   *
   * <p>A cell's own accuracy is the mean over its seeds. A target gets, for each cell, the
   * difference own minus table where its quantity is a gap and its size where it is a distance, or
   * one correlation of both over all cells.
   *
   * @param column what the cells are trained for, and what they are compared with
   * @param precisions what the engine may store its tensors in, such as {@code fp32}; where a
   *     training was made in several, the first counts
   * @param architectures the cells, chosen before any was trained
   */
  record Training(Column column, List<String> precisions, List<TrainedCell> architectures)
      implements Procedure {
    public Training {
      precisions = List.copyOf(precisions);
      architectures = List.copyOf(architectures);
    }

    /** How many trainings there are to be. */
    public int trainings() {
      return architectures.stream().mapToInt(TrainedCell::seeds).sum();
    }
  }

  /**
   * A cell that is trained.
   *
   * @param code its op code, six digits
   * @param seeds how many times it is trained: with the seeds from 0 on
   */
  record TrainedCell(String code, int seeds) {}

  /**
   * A run of the benchmark suites, in which all measurements take turns, a process each.
   *
   * <p>A target gets, for each process of a measurement, its time or its memory, and so does its
   * reference. The profile says how many processes each measurement has.
   *
   * @param run the name of the run's file, without its ending
   * @param arguments what JMH is given to make it
   * @param measures one for each label of a target
   */
  record Benchmark(String run, String arguments, List<BenchmarkMeasure> measures)
      implements Procedure {
    public Benchmark {
      measures = List.copyOf(measures);
    }

    /** The measure with a label; claim files are checked for there being one. */
    public BenchmarkMeasure measure(String label) {
      return measures.stream()
          .filter(measure -> measure.label().equals(label))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no measure is called '" + label + "'"));
    }
  }

  /**
   * Which two measurements are compared, by benchmark and parameters in one line, as {@code bench
   * compare} prints them.
   *
   * @param label that of the targets
   * @param of what the claim is about
   * @param against the reference
   */
  record BenchmarkMeasure(String label, String of, String against) {}

  /** Nothing can be run; stands in where the kind of a claim is {@code published-only}. */
  record PublishedOnly() implements Procedure {}
}
