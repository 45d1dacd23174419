package org.dartboard.search.supernet;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dartboard.checkpoint.SavedState;
import org.dartboard.data.Batch;
import org.dartboard.descent.BatchScore;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;
import org.dartboard.engine.secondorder.ArchitectureMap;
import org.dartboard.space.Cell;

/**
 * What one method adds to the loop of {@link SupernetSearch}: how its architecture becomes weights
 * of operations, how it is moved, what is added to the step on the weights, what happens at the end
 * of an epoch, and how a cell is read off. One policy serves one search.
 */
public interface SearchPolicy {
  /** How many stages the search has; each begins with a fresh network. */
  default int stages() {
    return 1;
  }

  /** The network of a stage; asked for when the stage begins. */
  SupernetSpec spec(int stage);

  /** Whether the architecture moves before the weights in each step. */
  default boolean movesArchitectureFirst() {
    return false;
  }

  /** Whether the architecture moves in this epoch. */
  boolean movesArchitecture(int stage, int epoch);

  /** Whether the weights are trained on both halves of the split in this epoch. */
  default boolean trainsOnBothHalves(int stage, int epoch) {
    return false;
  }

  /** Sets p, q and the modes for a step on the weights. */
  void arrangeWeightStep(Turn turn, SearchNetwork network, Batch training);

  /** Dropout, auxiliary skip and masks of a step. */
  default Knobs knobs(Turn turn) {
    return Knobs.TRAINING;
  }

  /** What a step on the weights computes. */
  default Set<Want> wantedOfWeightStep() {
    return EnumSet.of(Want.WEIGHT_GRADIENT, Want.STATE);
  }

  /** Adds a method's own terms to {@link SearchNetwork#weightGradient} before the step is taken. */
  default void amendWeightGradient(Turn turn, SearchNetwork network, Batch training) {}

  /**
   * Moves the architecture one step.
   *
   * @param training the batch of this step's step on the weights
   * @param validation a batch of the other half
   * @return how the validation batch was classified
   */
  default BatchScore architectureStep(
      Turn turn, SearchNetwork network, Batch training, Batch validation) {
    throw new IllegalStateException("this method has no architecture step");
  }

  /**
   * Ends an epoch.
   *
   * @param turn the epoch's last
   * @return whether the search ends here
   */
  default boolean epochEnds(Turn turn, SearchNetwork network, SearchBatches batches) {
    return false;
  }

  /** Ends a stage that is not the last, before its network is closed. */
  default void stageEnds(int stage, SearchNetwork network) {}

  /** What {@link #decide} would be now, where that is known without scoring cells. */
  Optional<Cell> cell();

  /** Whether alpha is finite; where it is not, no cell can be read off. */
  default boolean hasFiniteAlpha() {
    return Arrays.stream(alpha()).allMatch(Double::isFinite);
  }

  /** {@link #cell}; empty, too, where alpha is not finite. */
  default Optional<Cell> currentCell() {
    return hasFiniteAlpha() ? cell() : Optional.empty();
  }

  /** The search's result; may score cells with the weights of the last stage. */
  default Cell decide(SearchNetwork network, SearchBatches batches) {
    return cell().orElseThrow();
  }

  /** alpha by edge and operation, 6 x 5 numbers; empty where the method has none. */
  default double[] alpha() {
    return new double[0];
  }

  /** Weights of operations that follow from alpha without noise, 6 x 5 numbers, or empty. */
  default double[] operationWeights() {
    return new double[0];
  }

  /**
   * How alpha becomes the weights of operations of the mixture that it is trained on, for what is
   * measured of that mixture; empty where a method has none, because it trains single operations.
   */
  default Optional<ArchitectureMap> mixture(SupernetSpec spec) {
    return Optional.empty();
  }

  /** Weights of edges, 6 numbers; empty where the method has none. */
  default double[] edgeWeights() {
    return new double[0];
  }

  /** Further numbers for the log, by name; the names are the same in all epochs. */
  default Map<String, Double> measurements() {
    return new LinkedHashMap<>();
  }

  /** Keeps all that the method has learnt. */
  void save(SavedState state);

  /** Goes on from what {@link #save} kept; comes before {@link #spec}. */
  void restore(SavedState state);
}
