package org.dartboard.search;

import java.util.Map;
import org.dartboard.random.RandomStreams;

/** A configured search method that evaluates cells by training each alone. Immutable. */
public interface TableSearch {

  /** Which method this is. */
  MethodDescription description();

  /** Every hyper-parameter with its value, in the order of the method's list. */
  Map<String, Number> hyperParameters();

  /**
   * Searches until the budget is spent.
   *
   * @param training the trial's own, with its clock at 0, whose budget allows at least one cell
   * @param streams where all randomness of the search comes from
   */
  SearchTrace run(SimulatedTraining training, RandomStreams streams);
}
