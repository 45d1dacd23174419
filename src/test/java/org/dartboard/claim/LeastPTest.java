package org.dartboard.claim;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.dartboard.reproduce.SupernetSettings;
import org.dartboard.statistics.Interval;
import org.dartboard.statistics.MeanIntervals;
import org.dartboard.statistics.Sample;
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
    for (String paper :
        List.of("darts", "fairness", "lambda-darts", "p-darts", "sa-darts", "single-stage")) {
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
    if (measure.isCentred()) {
      return Measured.blocked(target, clearestBlocks(search, measure, runs, sign));
    }
    if (measure.isBySeed(search)) {
      return Measured.bySeed(
          target,
          IntStream.range(0, runs)
              .mapToObj(
                  seed ->
                      new Block(
                          measure.of().stream().map(arm -> List.of(sign * 1e6 + seed)).toList(),
                          around(0, measure.against().size())))
              .toList());
    }
    // Of several arms by one method only their means by seed count.
    List<Double> values = around(sign * 1e6, runs * methods(search, measure.of()));
    List<Double> reference =
        around(
            0, measure.isRetrained() ? values.size() : runs * methods(search, measure.against()));
    return new Measured(target, values, 0, reference);
  }

  private static int methods(Procedure.SupernetSearch search, List<String> labels) {
    return labels.stream().map(label -> search.arm(label).method()).collect(toSet()).size();
  }

  /** Where which two of the wild runs lie on one side is another in each arrangement but two. */
  @Test
  void ofSpreadsTheLeastIsThatOfArmsThatCannotBeDealtOutToLieFartherApart() {
    Claim steadier = catalogue.select(List.of("adarts/steadier")).get(0);
    List<Double> steady = Collections.nCopies(5, 0.0);
    List<Double> wild = List.of(10.0, 11.0, 12.0, -13.5, -14.2);
    List<Double> other = wild.stream().map(value -> -value).toList();
    Measured measured =
        Measured.spread(
            steadier.targets().get(0),
            steady,
            Collections.nCopies(10, 12.0),
            new Design.Spread(List.of(steady), List.of(wild, other)));
    double p = Claims.decide(steadier, measured).findings().get(0).p().orElseThrow();
    assertEquals(2 / 7776.0, p, 1e-12);
    assertEquals(p, LeastP.corrected(Claims.paper(steadier), Profile.DESK).get("steadier"), 1e-12);
  }

  /** What is common to the runs of a seed says nothing, however large it is. */
  @Test
  void seedsAreHeldAgainstThemselves() {
    Claim splits = catalogue.select(List.of("single-stage/data-splits")).get(0);
    double[] levels = {100, 0, 50, -200, 7};
    List<Block> seeds = new ArrayList<>();
    for (int i = 0; i < levels.length; i++) {
      double level = levels[i];
      seeds.add(
          new Block(
              List.of(List.of(level), List.of(level + 1), List.of(level - 1)),
              List.of(level + 3 + i)));
    }
    Finding finding =
        Claims.decide(splits, Profile.DESK, Measured.bySeed(splits.targets().get(0), seeds))
            .findings()
            .get(0);
    assertEquals(1 / 1024.0, finding.p().orElseThrow(), 1e-12);
    assertEquals(-5, finding.difference().orElseThrow(), 1e-9);
    Interval student = MeanIntervals.student(Sample.of(-3, -4, -5, -6, -7), 0.05).orElseThrow();
    assertEquals(student.low(), finding.interval().orElseThrow().low(), 1e-9);
    assertEquals(student.high(), finding.interval().orElseThrow().high(), 1e-9);
    assertEquals(Finding.Judgement.SUPPORTS, finding.judgement());
    assertTrue(finding.note().contains("over all 1024 arrangements within 5 seeds"));
  }

  /** A failed run has no distance to anything. */
  @Test
  void besideAFailedRunNoSpreadIsTested() {
    Claim steadier = catalogue.select(List.of("adarts/steadier")).get(0);
    List<Double> wild = List.of(-9.0, 9.0, -9.0, 9.0, 0.0);
    List<Double> failed = List.of(-9.0, 9.0, -9.0, 9.0, Double.NaN);
    Finding finding =
        Claims.decide(
                steadier,
                Measured.spread(
                    steadier.targets().get(0),
                    Collections.nCopies(5, 0.0),
                    Collections.nCopies(9, 9.0),
                    new Design.Spread(List.of(Collections.nCopies(5, 0.0)), List.of(wild, failed))))
            .findings()
            .get(0);
    assertEquals(1, finding.p().orElseThrow());
    assertEquals(Optional.empty(), finding.interval());
    assertEquals(Finding.Judgement.UNDECIDED, finding.judgement());
    assertTrue(
        finding.note().contains("nothing is tested without a value of each arm for each seed"));
  }

  /** Arms whose references have the same settings at the desk share the runs of one. */
  private static List<Block> clearestBlocks(
      Procedure.SupernetSearch search, SearchMeasure measure, int runs, int sign) {
    Map<String, List<List<Double>>> arms = new TreeMap<>();
    for (String label : measure.against()) {
      SearchArm arm = search.arm(label);
      Map<String, Double> settings = new TreeMap<>(arm.settings());
      settings.putAll(arm.desk());
      arms.computeIfAbsent(arm.method() + settings, each -> new ArrayList<>())
          .add(around(sign * 1e6, runs));
    }
    return arms.values().stream().map(of -> new Block(of, around(0, runs))).toList();
  }

  /** Two arms share a reference of 2 runs, one has its own: C(6, 2) times C(4, 2) arrangements. */
  @Test
  void blocksHaveAsManyArrangementsAsTheirReferencesCanBeChosen() {
    SearchMeasure measure =
        new SearchMeasure(
            "ours",
            List.of("a", "b", "c"),
            List.of("of a", "of b", "of c"),
            null,
            null,
            null,
            null,
            null,
            true);
    Procedure.SupernetSearch search =
        new Procedure.SupernetSearch(
            List.of(
                new SearchArm("a", "one", Map.of(), Map.of()),
                new SearchArm("b", "two", Map.of(), Map.of()),
                new SearchArm("c", "three", Map.of(), Map.of()),
                new SearchArm("of a", "darts", Map.of("epochs", 50.0), Map.of("epochs", 15.0)),
                new SearchArm("of b", "darts", Map.of("epochs", 100.0), Map.of("epochs", 15.0)),
                new SearchArm("of c", "darts", Map.of("clip", 5.0), Map.of("epochs", 15.0))),
            List.of(measure));
    Target target = Claims.target("ours", null);
    Claim claim = claim("centred", 2, target, search);
    ClaimFile file = Claims.paper(claim);
    Map<String, Double> least = LeastP.corrected(file, Profile.DESK);
    assertEquals(1 / 90.0, least.get("centred"), 1e-12);
    Measured clearest = Measured.blocked(target, clearestBlocks(search, measure, 2, 1));
    assertEquals(
        1 / 90.0, Claims.decide(claim, clearest).findings().get(0).p().orElseThrow(), 1e-12);
    // At full size the first two references have different lengths.
    assertEquals(1 / 216.0, LeastP.corrected(file, Profile.PAPER).get("centred"), 1e-12);
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
  void allClaimsCouldBeContradictedByTheirRuns() {
    for (Claim claim : catalogue.claims()) {
      assertTrue(Contradiction.isPossible(claim, Profile.DESK), claim.reference());
    }
  }

  /** With none of five above, the interval of a share goes on to 1 - 0.025^(1/5) = 0.522. */
  @Test
  void fiveRunsCannotContradictASmallEffectBeyondASmallChance() {
    for (double effect : new double[] {0.42, 0.43}) {
      Rule rule =
          new Rule.Direction(
              "binomial",
              Rule.Way.GREATER,
              effect,
              0.05,
              3,
              FailedRuns.WORST,
              new Rule.Share(10, 0.1),
              "why");
      Claim claim = claim("few", 5, Claims.target("ours", null), new Procedure.Optimum(), rule);
      assertEquals(effect > 0.422, Contradiction.isPossible(claim, Profile.DESK));
      Finding finding =
          Claims.decide(
                  claim, Measured.runs(claim.targets().get(0), Collections.nCopies(5, 1.0), 0))
              .findings()
              .get(0);
      assertEquals(
          effect > 0.422 ? Finding.Judgement.CONTRADICTS : Finding.Judgement.UNDECIDED,
          finding.judgement());
    }
  }

  @Test
  void pairsCanAllHaveOneSign() {
    SearchMeasure measure =
        new SearchMeasure("ours", List.of("a"), List.of("b"), null, null, null, null, true, null);
    Procedure.SupernetSearch search =
        new Procedure.SupernetSearch(
            List.of(
                new SearchArm("a", "one", Map.of(), Map.of()),
                new SearchArm("b", "two", Map.of(), Map.of())),
            List.of(measure));
    Target target = Claims.target("ours", null);
    Claim claim = claim("pairs", 5, target, search);
    double least = LeastP.corrected(Claims.paper(claim), Profile.DESK).get("pairs");
    Finding clearest =
        Claims.decide(claim, Measured.paired(target, Claims.values(1, 2, 3, 4, 5)))
            .findings()
            .get(0);
    assertEquals(1 / 32.0, least, 1e-12);
    assertEquals(least, clearest.p().getAsDouble(), 1e-12);
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
    return claim(id, runs, target, new Procedure.Optimum());
  }

  private static Claim claim(String id, int runs, Target target, Procedure procedure) {
    return claim(id, runs, target, procedure, Claims.GREATER);
  }

  private static Claim claim(String id, int runs, Target target, Procedure procedure, Rule rule) {
    Claim made = Claims.claim(id, ClaimKind.SEARCH, rule, target);
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
        procedure,
        new Profiles(settings, settings, settings),
        made.rule());
  }
}
