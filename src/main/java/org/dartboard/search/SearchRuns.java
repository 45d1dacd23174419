package org.dartboard.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Cell;

/**
 * Repeats a search over seeds on several threads.
 *
 * <p>The random numbers of a run depend on the scope, the method's name and the seed alone. So the
 * result is the same for any number of threads, different methods draw independently, and different
 * settings of one method draw alike.
 */
public final class SearchRuns {
  private final TrainingOutcomes outcomes;
  private final SearchProtocol protocol;
  private final String scope;

  /**
   * Runs on the same outcomes under one protocol.
   *
   * @param scope what the runs are for, such as a claim; part of the name of every random stream
   * @throws IllegalArgumentException if the budget does not allow every cell to be trained alone,
   *     since a search could then end with nothing
   */
  public SearchRuns(TrainingOutcomes outcomes, SearchProtocol protocol, String scope) {
    this.outcomes = outcomes;
    this.protocol = protocol;
    this.scope = scope;
    double costliest =
        (1 + protocol.evaluationShare())
            * IntStream.range(0, Cell.COUNT)
                .mapToDouble(ordinal -> outcomes.seconds(new Cell(ordinal)))
                .max()
                .orElseThrow();
    if (costliest > protocol.budgetSeconds()) {
      throw new IllegalArgumentException(
          "a budget of "
              + protocol.budgetSeconds()
              + " s is less than the costliest cell's "
              + costliest
              + " s, so that a search could end without a cell; give at least that");
    }
  }

  /**
   * Runs a search with the seeds 0 to {@code runs - 1}.
   *
   * @param threads at least 1
   * @return the traces in the order of seeds
   * @throws InterruptedException if this thread is interrupted; the runs are then stopped
   */
  public List<SearchTrace> run(TableSearch search, int runs, int threads, SearchProgress progress)
      throws InterruptedException {
    if (runs < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "runs is " + runs + " and threads is " + threads + "; both must be at least 1");
    }
    Finished finished = new Finished(runs, progress);
    List<Callable<SearchTrace>> tasks = new ArrayList<>();
    for (int seed = 0; seed < runs; seed++) {
      long trial = seed;
      tasks.add(() -> finished.after(run(search, trial)));
    }
    ExecutorService executor = Executors.newFixedThreadPool(Math.min(threads, runs));
    try {
      List<Future<SearchTrace>> futures = tasks.stream().map(executor::submit).toList();
      List<SearchTrace> traces = new ArrayList<>(runs);
      for (Future<SearchTrace> future : futures) {
        traces.add(future.get());
      }
      return List.copyOf(traces);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "a run of " + search.description().name() + " failed: " + e.getCause(), e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }

  /** Runs a search with one seed on this thread. */
  public SearchTrace run(TableSearch search, long seed) {
    RandomStreams streams = new RandomStreams(scope + "/" + search.description().name(), seed);
    return search.run(new SimulatedTraining(outcomes, protocol, streams), streams);
  }

  /** Counts finished runs and tells of them one at a time. */
  private static final class Finished {
    private final int total;
    private final SearchProgress progress;
    private int count;

    Finished(int total, SearchProgress progress) {
      this.total = total;
      this.progress = progress;
    }

    synchronized SearchTrace after(SearchTrace trace) {
      count++;
      progress.finished(count, total);
      return trace;
    }
  }
}
