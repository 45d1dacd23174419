package org.dartboard.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dartboard.reproduce.SupernetSettings;
import org.junit.jupiter.api.Test;

/** The claim files that the project ships. */
class PublishedClaimsTest {
  private static final Set<String> METHODS =
      Set.of("random-search", "regularised-evolution", "reinforce", "bohb");

  private static final Path REPRODUCTIONS =
      Path.of(System.getProperty("dartboard.home", "."), "reproductions");

  private final ClaimCatalogue catalogue =
      ClaimCatalogue.load(REPRODUCTIONS, METHODS, new SupernetSettings());

  @Test
  void allFilesLoadWithoutAnyData() {
    List<String> papers = catalogue.papers().stream().map(file -> file.paper().id()).toList();
    assertTrue(
        papers.containsAll(List.of("best-of-n", "ceiling", "nas-bench-201", "nas-evaluation")));
  }

  @Test
  void everyPaperHasAReadmeThatNamesItsClaimsAndTheCommand() throws Exception {
    for (ClaimFile file : catalogue.papers()) {
      String readme =
          Files.readString(REPRODUCTIONS.resolve(file.paper().id()).resolve("README.md"));
      assertTrue(
          readme.contains("scripts/dartboard reproduce " + file.paper().id()), file.paper().id());
      for (Claim claim : file.claims()) {
        assertTrue(readme.contains(claim.id()), () -> claim.reference() + " is not in the README");
      }
    }
  }

  @Test
  void figuresFromMemoryDecideNothingAnywhere() {
    int remembered = 0;
    for (Claim claim : catalogue.claims()) {
      for (Target target : claim.targets()) {
        Published published = target.published();
        if (published != null && published.confidence() == Confidence.MEMORY) {
          remembered++;
          assertFalse(target.mayDecide(), target.name());
        }
      }
    }
    // RS, REA and BOHB with six figures each, and two of each of the two claims on REINFORCE.
    assertEquals(22, remembered);
  }

  @Test
  void onlyTheCifar10TestFigureOfReinforceIsQuotedTwice() {
    Claim claim = catalogue.claim("nas-bench-201/table5-reinforce").orElseThrow();
    List<Target> deciding = claim.targets().stream().filter(Target::mayDecide).toList();
    assertEquals(1, deciding.size());
    assertEquals("REINFORCE, cifar10 test, 200 epochs", deciding.get(0).name());
    assertEquals(93.85, Objects.requireNonNull(deciding.get(0).published()).value());
    assertEquals(5, claim.cautions().size());
  }

  @Test
  void dartsIsAllSkipConnections() {
    Claim claim = catalogue.claim("nas-bench-201/table5-darts-cell").orElseThrow();
    assertEquals(
        new Procedure.Lookup(
            "|skip_connect~0|+|skip_connect~0|skip_connect~1|"
                + "+|skip_connect~0|skip_connect~1|skip_connect~2|"),
        claim.procedure());
    assertEquals(12, claim.targets().size());
  }

  @Test
  void marginsAreWiderWhereTheNoiseIs() {
    Claim claim = catalogue.claim("nas-bench-201/table5-bohb").orElseThrow();
    Rule.Equivalence rule = (Rule.Equivalence) claim.rule();
    assertEquals(
        List.of(0.3, 0.3, 1.0, 1.0, 1.0, 1.0),
        claim.targets().stream().map(rule::marginFor).toList());
  }
}
