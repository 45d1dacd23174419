package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dartboard.claim.Profile;
import org.dartboard.claim.SearchArm;
import org.dartboard.run.Configuration;
import org.dartboard.run.EpochTable;
import org.dartboard.run.Trial;
import org.dartboard.space.Cell;
import org.junit.jupiter.api.Test;

class SearchEvidenceTest {
  private static final EpochTable EMPTY = new EpochTable(List.of("epoch"), List.of(), Map.of());

  @Test
  void aSearchThatFailedIsOneRun() {
    assertEquals(2, evidence(2, false).finished());
    assertFalse(evidence(2, false).complete());
    assertEquals(3, evidence(3, false).finished());
    assertTrue(evidence(3, false).complete());
  }

  /** It has no cell to train, so it waits for no training. */
  @Test
  void aSearchThatFailedNeedsNoTraining() {
    SearchEvidence evidence = evidence(3, true);
    assertEquals(6, evidence.planned());
    assertEquals(4, evidence.finished());
  }

  /** Two labels of one search do not make it two. */
  @Test
  void searchesThatSeveralArmsShareCountOnce() {
    ArmRuns arm = evidence(2, false).arms().values().iterator().next();
    ArmRuns same =
        new ArmRuns(
            new SearchArm("same", "darts-v1", Map.of(), Map.of()),
            arm.configuration(),
            arm.planned(),
            arm.runs(),
            true);
    SearchEvidence both = new SearchEvidence(Profile.DESK, Map.of("arm", arm, "same", same));
    assertEquals(6, both.planned());
    assertEquals(3, both.finished());
    assertEquals(1, both.distinct().size());
  }

  /** Three searches are planned; the first of those that there are found no cell. */
  private static SearchEvidence evidence(int searches, boolean retrains) {
    List<ArmRuns.Run> runs =
        IntStream.range(0, searches)
            .mapToObj(
                seed ->
                    new ArmRuns.Run(
                        new Trial(seed, seed == 0 ? null : Cell.ofCode("333333"), 1, 1, 1, "p"),
                        EMPTY,
                        EMPTY,
                        null))
            .toList();
    ArmRuns arm =
        new ArmRuns(
            new SearchArm("arm", "darts-v1", Map.of(), Map.of()),
            Configuration.of("search darts-v1", Map.of()),
            3,
            runs,
            retrains);
    return new SearchEvidence(Profile.DESK, Map.of("arm", arm));
  }
}
