package org.dartboard.search.supernet;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dartboard.checkpoint.SavedState;
import org.dartboard.data.Batch;
import org.dartboard.data.BatchLoader;
import org.dartboard.descent.BatchScore;
import org.dartboard.descent.Tally;
import org.dartboard.engine.DivergenceException;
import org.dartboard.engine.EngineDescription;
import org.dartboard.engine.SupernetFactory;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Cell;
import org.jspecify.annotations.Nullable;

/**
 * The loop of a differentiable search (DARTS, Liu et al., ICLR 2019, algorithm 1, in the order of
 * NAS-Bench-201's code): in each step the weights move on a batch of one half of the images, then
 * the architecture on a batch of the other.
 *
 * <p>After each epoch it writes the log and a checkpoint, so that a search that was stopped goes on
 * from there with the same bits. All random numbers and all batches are functions of trial and
 * position, so a checkpoint holds no generators.
 */
public final class SupernetSearch {
  private static final String EPOCHS = "epochs done";
  private static final String SCORED = "epochs with scores";
  private static final String POSITION = "position";

  private final SearchPlan plan;
  private final SupernetFactory engine;
  private final SearchFolder folder;
  private final SearchListener listener;
  private final SearchPolicy policy;
  private final SearchBatches batches;
  private final SearchDiagnostics diagnostics;
  private int stage;
  private int epoch;
  private int epochsDone;
  private int epochsScored;
  private long stepsDone;
  private boolean described;
  private boolean over;

  private SupernetSearch(
      SearchPlan plan,
      SearchData data,
      SupernetFactory engine,
      SearchFolder folder,
      SearchListener listener) {
    this.plan = plan;
    this.engine = engine;
    this.folder = folder;
    this.listener = listener;
    this.policy = plan.policy(data.images().side(), data.images().classes());
    this.batches = new SearchBatches(data, plan);
    this.diagnostics = new SearchDiagnostics(plan.settings(), batches);
  }

  /**
   * Runs a search to its end, from the folder's checkpoint where there is one. A search that
   * diverges ends too: its result has no cell, and says why.
   *
   * @return the result; the folder's, if the search had ended before
   * @throws org.dartboard.checkpoint.RunFolderException if a file of the folder cannot be used
   * @throws org.dartboard.engine.EngineException if the engine lacks what the method needs
   */
  public static SearchResult run(
      SearchPlan plan,
      SearchData data,
      SupernetFactory engine,
      SearchFolder folder,
      SearchListener listener)
      throws IOException {
    Optional<SearchResult> found = folder.result();
    return found.isPresent()
        ? found.get()
        : new SupernetSearch(plan, data, engine, folder, listener).run();
  }

  private SearchResult run() throws IOException {
    SavedState saved = folder.resume(EPOCHS, SCORED).orElse(null);
    if (saved != null) {
      restore(saved);
    }
    listener.begins(totalSteps(), stepsDone);
    while (true) {
      try (SearchNetwork network = network(saved)) {
        if (!described) {
          described = true;
          folder
              .computedBy(network.description(), stepsDone)
              .ifPresent(listener::computedOtherwise);
        }
        saved = null;
        try {
          while (epoch < epochs() && !over) {
            requireFiniteAlpha();
            runEpoch(network);
          }
          requireFiniteAlpha();
          if (over || stage == policy.stages() - 1) {
            return decide(network);
          }
        } catch (DivergenceException e) {
          return fail(network, e);
        }
        policy.stageEnds(stage, network);
      }
      stage++;
      epoch = 0;
    }
  }

  /** Methods that sample one operation would else go on with an alpha that says nothing. */
  private void requireFiniteAlpha() {
    if (!policy.hasFiniteAlpha()) {
      throw new DivergenceException(
          "alpha is not finite: " + Arrays.toString(policy.alpha()) + ". Lower the learning rates");
    }
  }

  private SearchNetwork network(@Nullable SavedState saved) {
    RandomStreams streams = new RandomStreams(plan.scope() + " stage " + stage, plan.seed());
    SearchNetwork network = new SearchNetwork(engine, policy.spec(stage), plan.settings(), streams);
    if (saved != null) {
      network.restore(saved);
    }
    return network;
  }

  private void runEpoch(SearchNetwork network) throws IOException {
    long start = System.nanoTime();
    boolean both = policy.trainsOnBothHalves(stage, epoch);
    boolean moves = policy.movesArchitecture(stage, epoch);
    int steps = batches.steps(both);
    double rate = plan.settings().learningRate(epoch);
    network.optimizer().setLearningRate(rate);
    Tally training = new Tally();
    Tally validation = new Tally();
    Stopwatch weightTime = new Stopwatch();
    Stopwatch architectureTime = new Stopwatch();
    try (BatchLoader trainingBatches = batches.training(epochsDone, stepsDone, both);
        BatchLoader validationBatches = moves ? batches.validation(epochsDone, stepsDone) : null) {
      for (int step = 0; step < steps; step++) {
        Turn turn = turn(step);
        Batch batch = trainingBatches.next();
        if (validationBatches != null && policy.movesArchitectureFirst()) {
          moveArchitecture(turn, network, batch, validationBatches, validation, architectureTime);
        }
        weightTime.start();
        training.add(moveWeights(turn, network, batch));
        weightTime.stop();
        if (validationBatches != null && !policy.movesArchitectureFirst()) {
          moveArchitecture(turn, network, batch, validationBatches, validation, architectureTime);
        }
        listener.step();
      }
    }
    Turn end = turn(steps - 1);
    over = policy.epochEnds(end, network, batches);
    // From here nothing fails by divergence, so an epoch that counts is one that is logged.
    epoch++;
    epochsDone++;
    stepsDone += steps;
    long measured = System.nanoTime();
    EpochDiagnosis diagnosis =
        diagnostics.take(end, epochsDone, over || epoch == epochs(), policy, network);
    double diagnosisSeconds = (System.nanoTime() - measured) / 1e9;
    epochsScored += diagnosis.cellScores().isEmpty() ? 0 : 1;
    EpochSummary summary =
        new EpochSummary(
            epochsDone,
            stage + 1,
            rate,
            training.meanLoss(),
            training.accuracy(),
            validation.meanLoss(),
            validation.accuracy(),
            diagnosis,
            policy);
    double seconds = (System.nanoTime() - start) / 1e9;
    folder.epochEnds(
        summary,
        List.of(
            Integer.toString(epochsDone),
            decimal(seconds),
            weightTime.meanMillis(),
            architectureTime.meanMillis(),
            decimal(diagnosisSeconds)),
        save(network));
    listener.epoch(
        epochsDone, policy.stages() * epochs(), training.meanLoss(), policy.currentCell());
  }

  private void moveArchitecture(
      Turn turn,
      SearchNetwork network,
      Batch training,
      BatchLoader validationBatches,
      Tally validation,
      Stopwatch time) {
    Batch batch = validationBatches.next();
    time.start();
    validation.add(policy.architectureStep(turn, network, training, batch));
    time.stop();
  }

  private BatchScore moveWeights(Turn turn, SearchNetwork network, Batch batch) {
    policy.arrangeWeightStep(turn, network, batch);
    BatchScore score = network.evaluate(policy.knobs(turn), batch, policy.wantedOfWeightStep());
    policy.amendWeightGradient(turn, network, batch);
    network.step();
    return score;
  }

  private SearchResult decide(SearchNetwork network) throws IOException {
    long start = System.nanoTime();
    Cell cell = policy.decide(network, batches);
    SearchResult result =
        result(network, cell.code(), new LinkedHashMap<>(policy.measurements()), null);
    double seconds = (System.nanoTime() - start) / 1e9;
    folder.searchEnds(result, List.of("decision", decimal(seconds), "", "", ""));
    return result;
  }

  private SearchResult fail(SearchNetwork network, DivergenceException e) throws IOException {
    String when =
        over || epoch == epochs() ? "after epoch " + epochsDone : "in epoch " + (epochsDone + 1);
    String failure = "diverged " + when + ": " + e.getMessage();
    SearchResult result = result(network, null, Map.of(), failure);
    folder.searchEnds(result, List.of("failure", decimal(0), "", "", ""));
    return result;
  }

  private SearchResult result(
      SearchNetwork network,
      @Nullable String code,
      Map<String, Double> measurements,
      @Nullable String failure) {
    EngineDescription description = network.description();
    return new SearchResult(
        folder.configuration(),
        description.threads(),
        description.library(),
        description.instructionSet(),
        epochsDone,
        stepsDone,
        code,
        measurements,
        failure);
  }

  private Turn turn(int step) {
    return new Turn(stage, epoch, epochs(), step, plan.streams());
  }

  private int epochs() {
    return plan.settings().epochs();
  }

  private long totalSteps() {
    long total = 0;
    for (int s = 0; s < policy.stages(); s++) {
      for (int e = 0; e < epochs(); e++) {
        total += batches.steps(policy.trainsOnBothHalves(s, e));
      }
    }
    return total;
  }

  private SavedState save(SearchNetwork network) {
    SavedState state = new SavedState();
    state.put(EPOCHS, epochsDone);
    state.put(SCORED, epochsScored);
    state.put(POSITION, stage, epoch, stepsDone, over ? 1 : 0);
    network.save(state);
    policy.save(state);
    return state;
  }

  private void restore(SavedState saved) {
    epochsDone = (int) saved.get(EPOCHS)[0];
    epochsScored = (int) saved.get(SCORED)[0];
    double[] position = saved.get(POSITION, 4);
    stage = (int) position[0];
    epoch = (int) position[1];
    stepsDone = (long) position[2];
    over = position[3] == 1;
    policy.restore(saved);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
