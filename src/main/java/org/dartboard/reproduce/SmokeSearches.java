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
import org.dartboard.run.Configuration;
import org.dartboard.run.FinishedSearch;
import org.dartboard.search.supernet.SearchFolder;
import org.dartboard.search.supernet.SearchListener;
import org.dartboard.search.supernet.SearchPlan;
import org.dartboard.search.supernet.SupernetSearch;

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

  /** The claim's searches: run now, or before for another claim. */
  SearchEvidence runs(Claim claim, Procedure.SupernetSearch procedure) throws IOException {
    int planned = claim.profiles().smoke().runs();
    Map<String, ArmRuns> arms = new LinkedHashMap<>();
    for (Procedure.Arm arm : procedure.arms()) {
      List<ArmRuns.Run> runs = new ArrayList<>();
      for (int seed = 0; seed < planned; seed++) {
        runs.add(run(SearchArms.plan(arm, Profile.SMOKE, seed)));
      }
      Configuration configuration = SearchArms.configuration(arm, Profile.SMOKE);
      arms.put(arm.label(), new ArmRuns(arm, configuration, planned, runs));
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
    ArmRuns.Run run = new ArmRuns.Run(search.trial(), search.epochs(), search.scores());
    done.put(name, run);
    return run;
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
