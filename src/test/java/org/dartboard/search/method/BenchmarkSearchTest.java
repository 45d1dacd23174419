package org.dartboard.search.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.Optional;
import org.dartboard.search.BenchmarkData;
import org.dartboard.search.SearchMethod;
import org.dartboard.search.SearchProgress;
import org.dartboard.search.SearchProtocol;
import org.dartboard.search.SearchRuns;
import org.dartboard.search.TableSearch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The methods on the benchmark's own data, against what its paper reports for 500 runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BenchmarkSearchTest {
  private static final int RUNS = 500;
  private static final int THREADS = 2;

  /** How far a mean on CIFAR-10 may lie from the published one, in percentage points. */
  private static final double TOLERANCE = 0.3;

  private final Optional<BenchmarkData> data = BenchmarkData.find();

  @BeforeEach
  void needsTheData() {
    assumeTrue(data.isPresent(), "not run: there is no " + BenchmarkData.WHERE_SOUGHT);
  }

  @ParameterizedTest
  @CsvSource({
    "random-search, 90.93, 93.70",
    "regularised-evolution, 91.19, 93.92",
    "bohb, 90.82, 93.61",
  })
  void theMeanAccuracyIsThePublishedOne(String method, double valid, double test)
      throws InterruptedException {
    TableSearch search = SearchMethods.named(method).withDefaults();
    assertEquals(valid, meanAccuracy(search, "c10v_valid_200"), TOLERANCE);
    assertEquals(test, meanAccuracy(search, "c10_test_200"), TOLERANCE);
  }

  /**
   * REINFORCE is published as 93.85. The learning rate of 0.5 that the benchmark documents does not
   * give that: the policy settles on one cell early and does worse than random search. A tenth of
   * it does better than random search.
   */
  @Test
  void reinforceSettlesTooSoonAtTheDocumentedLearningRate() throws InterruptedException {
    SearchMethod method = SearchMethods.named("reinforce");
    double random =
        meanAccuracy(SearchMethods.named("random-search").withDefaults(), "c10_test_200");
    double documented = meanAccuracy(method.withDefaults(), "c10_test_200");
    double lower = meanAccuracy(method.with(Map.of("learningRate", 0.05)), "c10_test_200");
    assertTrue(documented < random - TOLERANCE, documented + " against " + random);
    assertTrue(lower > random, lower + " against " + random);
    assertEquals(93.85, lower, TOLERANCE);
  }

  @Test
  void twoThousandRunsTakeLessThanAMinuteOnTwoThreads() throws InterruptedException {
    SearchRuns runs = runs();
    long start = System.nanoTime();
    for (SearchMethod method : SearchMethods.all()) {
      assertEquals(
          RUNS, runs.run(method.withDefaults(), RUNS, THREADS, SearchProgress.NONE).size());
    }
    assertTrue((System.nanoTime() - start) / 1e9 < 60);
  }

  private SearchRuns runs() {
    return new SearchRuns(
        data.orElseThrow().searchOutcomes(), SearchProtocol.benchmark(), "benchmark search");
  }

  private double meanAccuracy(TableSearch search, String column) throws InterruptedException {
    double[] accuracies = data.orElseThrow().accuracies(column);
    return runs().run(search, RUNS, THREADS, SearchProgress.NONE).stream()
        .mapToDouble(trace -> accuracies[trace.found().ordinal()])
        .average()
        .orElseThrow();
  }
}
