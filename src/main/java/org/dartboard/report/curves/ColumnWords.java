package org.dartboard.report.curves;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a column of a search's log, or of what follows from it, is called on charts.
 *
 * @param title of a chart of it alone
 * @param axis what is drawn upwards, with its unit
 * @param sentence what it is, for a reader who knows the field but not the log
 */
public record ColumnWords(String title, String axis, String sentence) {
  /** The accuracy of a cell after training: of which images, by the end of the column's name. */
  private static final Map<String, String> SPLITS =
      inOrder(
          Map.entry("cifar10-valid_valid", "CIFAR-10 validation"),
          Map.entry("cifar10_test", "CIFAR-10 test"),
          Map.entry("cifar100_test", "CIFAR-100 test"),
          Map.entry("ImageNet16-120_test", "ImageNet16-120 test"));

  private static final String PERCENT = "accuracy, %";
  private static final String LOSS = "mean cross-entropy of the epoch, nats";
  private static final String RANK = "rank correlation, -1 to 1";
  private static final String COSINE = "alignment, -1 to 1";
  private static final String MARGIN = "margin, share of the edge's weight";
  private static final String MILLISECONDS = "wall time of a step, milliseconds";

  private static final String AGREEING =
      ": 1 where all cells ask for the same operations, 0 where they have nothing in common.";
  private static final String COSINE_SENTENCE =
      "The cosine of the gradients of p in two cells, mean over all pairs of cells" + AGREEING;
  private static final String SIGNED_SENTENCE =
      "The inner product of the gradients of p in two cells over that of their absolute values,"
          + " mean over all pairs of cells"
          + AGREEING;
  private static final String REGRET_SENTENCE =
      "The accuracy in the table, after 200 epochs, of the best cell less that of the cell that the"
          + " search would find now.";

  /** What "validation images" means where cells and mixtures are measured. */
  private static final String VALIDATION =
      " Validation images are those of the official validation half; a search that trains its"
          + " weights on it too (single stage after its freeze, other data splits) has seen these"
          + " images.";

  /** What one method alone logs. */
  private static final Map<String, ColumnWords> OF_METHODS =
      inOrder(
          Map.entry(
              "tau",
              new ColumnWords(
                  "Temperature of the Gumbel softmax",
                  "temperature",
                  "GDAS samples operations by a softmax with Gumbel noise; the lower its temperature,"
                      + " the nearer are its weights to one operation alone.")),
          Map.entry(
              "baseline",
              new ColumnWords(
                  "Reward that the controller takes for granted",
                  "reward, share of images classified rightly",
                  "The moving average of the rewards of ENAS's controller; a sampled cell is"
                      + " encouraged as far as its reward is above it.")),
          Map.entry(
              "mean_reward",
              new ColumnWords(
                  "Reward of the cells that the controller samples",
                  "reward, share of images classified rightly",
                  "The mean over the cells that ENAS's controller sampled in the epoch: the"
                      + " accuracy of a cell on a batch with the shared weights, and the entropy"
                      + " bonus.")),
          Map.entry(
              "largest_eigenvalue",
              new ColumnWords(
                  "Largest Hessian eigenvalue, as R-DARTS measures it",
                  "largest eigenvalue",
                  "Of the Hessian of the validation loss in alpha; R-DARTS stops the search where it"
                      + " has grown too much."
                      + VALIDATION)),
          Map.entry(
              "training_alignment",
              new ColumnWords(
                  "Layer alignment that Lambda-DARTS raises",
                  COSINE,
                  "The agreement of the gradients of p in different cells that the method adds to its"
                      + " loss, mean over the steps of the epoch.")),
          Map.entry(
              "held_out_accuracy",
              new ColumnWords(
                  "Accuracy of the supernet on held-out images",
                  "accuracy on test images, %",
                  "The final mixture on images that no step of the search has seen.")),
          Map.entry(
              "held_out_accuracy_of_cell",
              new ColumnWords(
                  "Accuracy of the found cell with the supernet's weights, held-out images",
                  "accuracy on test images, %",
                  "The same weights with the found cell's operations alone, on images that no step of"
                      + " the search has seen.")));

  /** What several methods log, what is measured beside searches, and what follows from both. */
  private static final Map<String, ColumnWords> COMMON =
      inOrder(
          Map.entry(
              "learning_rate",
              new ColumnWords(
                  "Learning rate of the weights",
                  "learning rate",
                  "The step size of the supernet's weights in the epoch.")),
          Map.entry(
              "training_loss",
              new ColumnWords(
                  "Loss on the training half",
                  LOSS,
                  "The supernet's loss in the steps that move its weights.")),
          Map.entry(
              "training_accuracy",
              new ColumnWords(
                  "Accuracy on the training half",
                  PERCENT,
                  "The supernet's accuracy in the steps that move its weights.")),
          Map.entry(
              "validation_loss",
              new ColumnWords(
                  "Loss on the validation half",
                  LOSS,
                  "The supernet's loss in the steps that move the architecture.")),
          Map.entry(
              "validation_accuracy",
              new ColumnWords(
                  "Accuracy on the validation half",
                  PERCENT,
                  "The supernet's accuracy in the steps that move the architecture.")),
          Map.entry(
              "alpha",
              new ColumnWords(
                  "Architecture parameters alpha by edge",
                  "alpha",
                  "What the search learns for each operation of an edge.")),
          Map.entry(
              "p",
              new ColumnWords(
                  "Operation weights p by edge",
                  "p",
                  "The share that each operation has in the mixture of its edge, without noise.")),
          Map.entry(
              "q",
              new ColumnWords(
                  "Edge weights q",
                  "q",
                  "The share that each edge has in the sum of its node, where a method normalises"
                      + " edges.")),
          Map.entry(
              "mean_margin",
              new ColumnWords(
                  "Largest operation weight minus the second largest, mean over the edges",
                  MARGIN,
                  "How decided the edges are: 0 where two operations lead together, 1 where one has"
                      + " all weight.")),
          Map.entry(
              "minimum_margin",
              new ColumnWords(
                  "Largest operation weight minus the second largest, least decided edge",
                  MARGIN,
                  "The margin of the edge on which the two leading operations are closest.")),
          Map.entry(
              "mean_entropy",
              new ColumnWords(
                  "Entropy of the operation weights",
                  "entropy, nats, mean over the edges",
                  "1.609 where all five operations of an edge weigh the same, 0 where one has all"
                      + " weight.")),
          Map.entry(
              "alignment_training",
              new ColumnWords("Layer alignment Lambda, training images", COSINE, COSINE_SENTENCE)),
          Map.entry(
              "alignment_validation",
              new ColumnWords(
                  "Layer alignment Lambda, validation images",
                  COSINE,
                  COSINE_SENTENCE + VALIDATION)),
          Map.entry(
              "signed_alignment_training",
              new ColumnWords(
                  "Layer alignment Lambda in its second form, training images",
                  COSINE,
                  SIGNED_SENTENCE)),
          Map.entry(
              "signed_alignment_validation",
              new ColumnWords(
                  "Layer alignment Lambda in its second form, validation images",
                  COSINE,
                  SIGNED_SENTENCE + VALIDATION)),
          Map.entry(
              "hessian_eigenvalue",
              new ColumnWords(
                  "Largest eigenvalue of the Hessian in alpha",
                  "largest eigenvalue",
                  "Of the Hessian of the validation loss in alpha, on one batch; differences of less"
                      + " than 0.05 mean nothing."
                      + VALIDATION)),
          Map.entry(
              "hessian_asymmetry",
              new ColumnWords(
                  "Error of the Hessian in alpha",
                  "asymmetry, share of the matrix",
                  "How far the measured Hessian is from a symmetric matrix: the size of the error"
                      + " of its eigenvalue.")),
          Map.entry(
              "mixture_accuracy",
              new ColumnWords(
                  "Accuracy of the supernet on fixed validation images",
                  "accuracy on validation images, %",
                  "The supernet with all operations as p weighs them; a single stage that is hardened"
                      + " at its freeze trains another network from then on."
                      + VALIDATION)),
          Map.entry(
              "discrete_accuracy",
              new ColumnWords(
                  "Accuracy with the current cell's operations alone",
                  "accuracy on validation images, %",
                  "The supernet's weights with nothing but the operations of the cell that the"
                      + " search would find now."
                      + VALIDATION)),
          Map.entry(
              "discretisation_gap",
              new ColumnWords(
                  "Discretisation gap",
                  "accuracy lost, percentage points",
                  "The accuracy of the supernet less that of the same weights with the current"
                      + " cell's operations alone."
                      + VALIDATION)),
          Map.entry(
              "skips",
              new ColumnWords(
                  "Skip connections of the current cell",
                  "edges of six",
                  "How many edges of the cell that the search would find now are skip"
                      + " connections.")),
          Map.entry(
              "parameters",
              new ColumnWords(
                  "Parameters of the current cell",
                  "parameters of the benchmark's network",
                  "Of the network for CIFAR-10 that the benchmark builds of the cell that the"
                      + " search would find now.")),
          Map.entry(
              "regret",
              new ColumnWords(
                  "Distance of the current cell to the best of the table, CIFAR-10 validation",
                  "points of CIFAR-10 validation accuracy",
                  REGRET_SENTENCE)),
          Map.entry(
              "skip_weight",
              new ColumnWords(
                  "Weight of the skip connections in the mixture",
                  "p, mean over the edges",
                  "The share of the skip connection among the operations of an edge.")),
          Map.entry(
              "leading_skips",
              new ColumnWords(
                  "Edges on which the skip connection leads",
                  "edges of six",
                  "On how many edges no operation but none has a larger p than the skip"
                      + " connection.")),
          Map.entry(
              "alpha_spread",
              new ColumnWords(
                  "How far alpha fans out",
                  "standard deviation of alpha, mean over the edges",
                  "How different the architecture parameters of an edge's operations have become.")),
          Map.entry(
              "kendall",
              new ColumnWords(
                  "Kendall's tau of supernet scores and table accuracy, CIFAR-10 validation",
                  RANK,
                  scores("Kendall's tau-b"))),
          Map.entry(
              "spearman",
              new ColumnWords(
                  "Spearman's rho of supernet scores and table accuracy, CIFAR-10 validation",
                  RANK,
                  scores("Spearman's rho"))),
          Map.entry(
              "held_out_gap",
              new ColumnWords(
                  "Final mixture less found cell, held-out images",
                  "accuracy lost, percentage points",
                  "The accuracy of the final mixture less that of the same weights in the found"
                      + " cell.")),
          Map.entry(
              "weight_step_ms",
              new ColumnWords(
                  "Step time on the weights",
                  MILLISECONDS,
                  "Wall time, so it says as much of the machine as of the search.")),
          Map.entry(
              "architecture_step_ms",
              new ColumnWords(
                  "Step time on the architecture",
                  MILLISECONDS,
                  "Wall time, so it says as much of the machine as of the search.")));

  private static final Map<String, ColumnWords> ALL = all();

  /**
   * The words for a column; such as can be made of its name where it has none.
   *
   * @param column its name; those of an edge, such as {@code p_0-1_none}, have the words of their
   *     kind, {@code p}
   */
  public static ColumnWords of(String column) {
    ColumnWords words = ALL.get(kind(column));
    if (words != null) {
      return words;
    }
    String plain = column.replace('_', ' ').strip();
    String title =
        plain.isEmpty()
            ? "A column without a name"
            : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    return new ColumnWords(title, column, "The column " + column + " of the log.");
  }

  /** Whether a column has words of its own. */
  public static boolean known(String column) {
    return ALL.containsKey(kind(column));
  }

  /** The columns that one method alone logs. */
  static List<String> ofMethods() {
    return List.copyOf(OF_METHODS.keySet());
  }

  /** A dataset and split at the end of a column's name, such as {@code cifar10_test}, in words. */
  static String split(String end) {
    return SPLITS.getOrDefault(end, end);
  }

  private static String kind(String column) {
    return column.matches("(alpha|p|q)_\\d-\\d.*")
        ? column.substring(0, column.indexOf('_'))
        : column;
  }

  private static String scores(String coefficient) {
    return coefficient
        + " between the accuracies that fixed random cells have with the supernet's weights and"
        + " those that the table has for them: 1 where both put the cells in the same order."
        + VALIDATION;
  }

  private static Map<String, ColumnWords> all() {
    Map<String, ColumnWords> all = new LinkedHashMap<>(COMMON);
    all.putAll(OF_METHODS);
    SPLITS.forEach(
        (end, split) -> {
          all.put(
              "accuracy_" + end,
              new ColumnWords(
                  "Accuracy of the current cell, " + split,
                  "accuracy after 200 epochs, %",
                  "The accuracy in the table of the cell that the search would find now."));
          all.put(
              "regret_" + end,
              new ColumnWords(
                  "Distance of the current cell to the best of the table, " + split,
                  "points of accuracy below the best cell",
                  REGRET_SENTENCE));
          all.put(
              "kendall_" + end,
              new ColumnWords(
                  "Kendall's tau of supernet scores and table accuracy, " + split,
                  RANK,
                  scores("Kendall's tau-b")));
          all.put(
              "spearman_" + end,
              new ColumnWords(
                  "Spearman's rho of supernet scores and table accuracy, " + split,
                  RANK,
                  scores("Spearman's rho")));
        });
    return Collections.unmodifiableMap(all);
  }

  @SafeVarargs
  private static <V> Map<String, V> inOrder(Map.Entry<String, V>... entries) {
    Map<String, V> map = new LinkedHashMap<>();
    for (Map.Entry<String, V> entry : entries) {
      map.put(entry.getKey(), entry.getValue());
    }
    return Collections.unmodifiableMap(map);
  }
}
