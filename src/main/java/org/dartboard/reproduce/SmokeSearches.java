package org.dartboard.reproduce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Profile;
import org.dartboard.claim.SearchArm;
import org.dartboard.data.ImageSource;
import org.dartboard.run.Configuration;
import org.dartboard.run.FinishedSearch;
import org.dartboard.run.FinishedTraining;
import org.dartboard.search.supernet.SearchData;
import org.dartboard.search.supernet.SearchFolder;
import org.dartboard.search.supernet.SearchListener;
import org.dartboard.search.supernet.SearchPlan;
import org.dartboard.search.supernet.SupernetSearch;
import org.dartboard.space.Cell;
import org.dartboard.training.Training;
import org.dartboard.training.TrainingData;
import org.dartboard.training.TrainingListener;
import org.dartboard.training.TrainingResult;
import org.dartboard.training.TrainingTask;

/**
 * Runs the searches of claims in the profile smoke, each once however many claims share it. They
 * prove that the path from claim to figure works, and go into no ledger.
 */
final class SmokeSearches implements AutoCloseable {
  private final Laboratory laboratory;
  private final Observer observer;
  private final Path folder;
  private final Map<String, ArmRuns.Run> done = new HashMap<>();

  SmokeSearches(Laboratory laboratory, Observer observer) throws IOException {
    this.laboratory = laboratory;
    this.observer = observer;
    this.folder = Files.createTempDirectory("dartboard-smoke");
  }

  /** What the networks see. */
  ImageSource images() {
    return laboratory.images().source();
  }

  /** The claim's searches: run now, or before for another claim. */
  SearchEvidence runs(Claim claim, Procedure.SupernetSearch procedure) throws IOException {
    int planned = claim.profiles().smoke().runs();
    Map<String, ArmRuns> arms = new LinkedHashMap<>();
    for (SearchArm arm : procedure.arms()) {
      List<ArmRuns.Run> runs = new ArrayList<>();
      for (int seed = 0; seed < planned; seed++) {
        SearchPlan plan = SearchArms.plan(arm, Profile.SMOKE, seed).on(images());
        ArmRuns.Run run = run(plan);
        runs.add(procedure.retrains(arm) ? retrained(plan, run) : run);
      }
      Configuration configuration = SearchArms.configuration(arm, Profile.SMOKE);
      arms.put(
          arm.label(), new ArmRuns(arm, configuration, planned, runs, procedure.retrains(arm)));
    }
    return new SearchEvidence(Profile.SMOKE, arms);
  }

  private ArmRuns.Run run(SearchPlan plan) throws IOException {
    String name = FinishedSearch.configuration(plan.configuration()).digest() + "-" + plan.seed();
    ArmRuns.Run earlier = done.get(name);
    if (earlier != null) {
      return earlier;
    }
    observer.searchStarts(plan.method().description().title() + ", smoke", 1);
    Path place = folder.resolve(name);
    SupernetSearch.run(
        plan,
        laboratory.images(),
        laboratory.supernets(),
        SearchFolder.open(place, plan),
        SearchListener.NONE);
    observer.runFinished();
    observer.searchEnds();
    FinishedSearch search = FinishedSearch.read(place);
    ArmRuns.Run run = new ArmRuns.Run(search.trial(), search.epochs(), search.scores(), null);
    done.put(name, run);
    return run;
  }

  /** The run with its found cell trained anew on the same few images. */
  private ArmRuns.Run retrained(SearchPlan plan, ArmRuns.Run run) {
    Cell found = run.trial().cell();
    if (found == null) {
      return run;
    }
    TrainingTask task = Retraining.of(plan, found).task();
    SearchData images = laboratory.images();
    TrainingData data =
        new TrainingData(
            "smoke",
            images.images(),
            images.both(),
            images.heldOutImages(),
            images.heldOut(),
            images.normalization());
    TrainingResult result =
        new Training(task, data, laboratory.supernets(), Training.Validation.AT_END)
            .run(TrainingListener.NONE);
    return new ArmRuns.Run(
        run.trial(),
        run.log(),
        run.scores(),
        new FinishedTraining(
            found,
            plan.seed(),
            result.trainingAccuracy(),
            result.validationLoss(),
            result.validationAccuracy(),
            0,
            ""));
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
