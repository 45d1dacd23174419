package org.dartboard.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.dartboard.reproduce.SupernetSettings;
import org.junit.jupiter.api.Test;

class LeastPTest {
  private final ClaimCatalogue catalogue =
      ClaimCatalogue.load(
          Path.of(System.getProperty("dartboard.home", "."), "reproductions"),
          Set.of("random-search", "regularised-evolution", "reinforce", "bohb"),
          new SupernetSettings());

  /** The oracle decides made-up runs that are as clear as can be: no two sides overlap. */
  @Test
  void searchesThatCouldNotBeClearerComeToTheLeastP() {
    for (String paper : List.of("darts", "fairness", "lambda-darts", "sa-darts", "single-stage")) {
      ClaimFile file = catalogue.paper(paper).orElseThrow();
      Map<String, Evidence> evidence = new HashMap<>();
      for (Claim claim : file.claims()) {
        if (claim.rule() instanceof Rule.Direction rule) {
          evidence.put(claim.id(), new Evidence.Measurements(List.of(clearest(claim, rule))));
        }
      }
      Map<String, Double> least = LeastP.corrected(file, Profile.DESK);
      assertEquals(evidence.keySet(), least.keySet());
      for (Verdict verdict : Verdicts.decide(file, Profile.DESK, evidence)) {
        String id = verdict.claim().substring(paper.length() + 1);
        if (evidence.containsKey(id)) {
          double p = verdict.findings().get(0).correctedP().orElseThrow();
          assertEquals(p, least.get(id), 1e-9, verdict.claim());
        }
      }
    }
  }

  private static Measured clearest(Claim claim, Rule.Direction rule) {
    Target target = claim.targets().get(0);
    Procedure.SupernetSearch search = (Procedure.SupernetSearch) claim.procedure();
    SearchMeasure measure = search.measure(target.label());
    int runs = claim.profiles().desk().runs();
    int sign = rule.alternative() == Rule.Way.GREATER ? 1 : -1;
    List<Double> values = around(sign * 1e6, runs * measure.of().size());
    List<Double> reference =
        around(0, runs * (measure.isRetrained() ? measure.of().size() : measure.against().size()));
    return new Measured(target, values, 0, reference);
  }

  private static List<Double> around(double middle, int count) {
    return IntStream.range(0, count).mapToObj(i -> middle + i).toList();
  }

  /** Whoever plans another such claim must see it here. */
  @Test
  void allButTheseClaimsCouldBeSupportedByTheirRuns() {
    Set<String> hopeless = new TreeSet<>();
    for (ClaimFile file : catalogue.papers()) {
      Map<String, Double> least = LeastP.corrected(file, Profile.DESK);
      for (Claim claim : file.claims()) {
        if (claim.rule() instanceof Rule.Direction rule
            && least.getOrDefault(claim.id(), 0.0) > rule.level()) {
          hopeless.add(claim.reference());
        }
      }
    }
    assertEquals(
        Set.of(
            "fairness/beta-darts",
            "fairness/darts-against-random-search",
            "fairness/darts-minus",
            "fairness/fair-darts",
            "fairness/pc-darts",
            "fairness/r-darts",
            "fairness/sac-darts",
            "fairness/smooth-darts"),
        hopeless);
  }

  @Test
  void aTestMoreInThePaperMakesThreeRunsAgainstThreeHopeless() {
    Target target = Claims.target("ours", null);
    Claim few = claim("few", 3, target);
    Claim many = claim("many", 10, target);
    assertEquals(Map.of("few", 0.05), LeastP.corrected(Claims.paper(few), Profile.DESK));
    Map<String, Double> two = LeastP.corrected(Claims.paper(few, many), Profile.DESK);
    assertEquals(0.05, two.get("few"), 1e-12);
    Map<String, Double> equal =
        LeastP.corrected(Claims.paper(few, claim("other", 3, target)), Profile.DESK);
    assertEquals(0.1, equal.get("few"), 1e-12);
    List<Double> values = new ArrayList<>(equal.values());
    assertTrue(values.stream().allMatch(p -> p > 0.05), values::toString);
  }

  private static Claim claim(String id, int runs, Target target) {
    Claim made = Claims.claim(id, ClaimKind.SEARCH, Claims.GREATER, target);
    Profiles.Settings settings = new Profiles.Settings(runs);
    return new Claim(
        made.paper(),
        made.id(),
        made.title(),
        made.statement(),
        made.kind(),
        made.why(),
        made.reconstruction(),
        made.adaptation(),
        made.targets(),
        made.context(),
        made.procedure(),
        new Profiles(settings, settings, settings),
        made.rule());
  }
}
