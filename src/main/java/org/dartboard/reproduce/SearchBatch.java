package org.dartboard.reproduce;

import java.util.List;
import java.util.SortedMap;
import org.dartboard.run.Configuration;
import org.dartboard.run.Trial;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.SearchTrace;
import org.dartboard.space.Cell;

/**
 * All runs of one configured search, in the order of their seeds.
 *
 * @param method which search
 * @param configuration everything that determines the runs but the seed
 * @param traces what each run did
 * @param trials the ledger's lines for these runs, by seed
 */
record SearchBatch(
    MethodDescription method,
    Configuration configuration,
    List<SearchTrace> traces,
    SortedMap<Long, Trial> trials) {
  SearchBatch {
    traces = List.copyOf(traces);
  }

  /** The cell that each run ended with. */
  List<Cell> found() {
    return traces.stream().map(SearchTrace::found).toList();
  }

  /** How many cells a run trains on average. */
  double meanEvaluations() {
    return traces.stream().mapToInt(trace -> trace.evaluations().size()).average().orElseThrow();
  }
}
