package org.dartboard.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dartboard.run.Configuration;
import org.dartboard.run.Ledger;
import org.dartboard.run.Machine;
import org.dartboard.run.Provenance;
import org.dartboard.run.Trial;
import org.dartboard.search.SearchRuns;
import org.dartboard.search.SearchTrace;
import org.dartboard.search.TrainingOutcomes;

/**
 * Runs searches on the table, each configuration once, and records them in the ledger.
 *
 * <p>A search on the table takes milliseconds, so the ledger does not save running it: it checks
 * that the run comes out as it did before.
 */
final class SearchTrials {
  private static final double NANOSECONDS = 1e9;

  private final TrainingOutcomes outcomes;
  private final String dataDigest;
  private final Ledger ledger;
  private final int threads;
  private final Observer observer;
  private final Map<Configuration, SearchBatch> done = new HashMap<>();

  SearchTrials(
      TrainingOutcomes outcomes, String dataDigest, Ledger ledger, int threads, Observer observer) {
    this.outcomes = outcomes;
    this.dataDigest = dataDigest;
    this.ledger = ledger;
    this.threads = threads;
    this.observer = observer;
  }

  /** The runs that an order asks for: run now, or earlier by the same order. */
  SearchBatch runs(SearchOrder order) throws IOException, InterruptedException {
    Configuration configuration = order.configuration(dataDigest);
    SearchBatch earlier = done.get(configuration);
    if (earlier != null && earlier.traces().size() == order.runs()) {
      return earlier;
    }
    SearchBatch batch = run(order, configuration);
    done.put(configuration, batch);
    return batch;
  }

  private SearchBatch run(SearchOrder order, Configuration configuration)
      throws IOException, InterruptedException {
    observer.searchStarts(order.search().description().title(), order.runs());
    long start = System.nanoTime();
    List<SearchTrace> traces =
        new SearchRuns(outcomes, order.protocol(), order.scope())
            .run(
                order.search(), order.runs(), threads, (finished, total) -> observer.runFinished());
    double secondsEach = (System.nanoTime() - start) / NANOSECONDS / order.runs();
    observer.searchEnds();

    Provenance provenance = Machine.tableSearch(dataDigest, threads);
    List<Trial> trials = new ArrayList<>();
    for (int seed = 0; seed < traces.size(); seed++) {
      SearchTrace trace = traces.get(seed);
      trials.add(
          new Trial(
              seed,
              trace.found(),
              trace.evaluations().size(),
              trace.clock(),
              secondsEach,
              provenance.id()));
    }
    Ledger.Recorded recorded = ledger.record(configuration, provenance, trials);
    recorded.contradictions().forEach(observer::contradiction);
    return new SearchBatch(order.search().description(), configuration, traces, recorded.trials());
  }
}
