package org.dartboard.reproduce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dartboard.claim.ClaimCatalogue;
import org.dartboard.run.FinishedSearch;
import org.dartboard.run.Ledger;
import org.dartboard.run.SearchFolders;

/** Two claims on differentiable searches that share an arm, and finished searches for them. */
final class ToyClaims {
  /** The head of a file; more of the paper may follow, at the same depth, or the claims. */
  static final String PAPER =
      """
      paper:
        id: toy
        title: "A toy"
        authors: ["A. Author"]
        year: 2024
        venue: "A venue"
        identifiers: ["arXiv:0000.00000"]
      """;

  private static final String FILE =
      PAPER
          + """
        equations: ["p = softmax(alpha)", "L < M & N"]
        differences: ["Everything is smaller."]
      claims:
        - id: first
          title: "Fewer skip connections"
          statement: "SA-DARTS ends with fewer skip connections than DARTS."
          kind: search
          targets:
            - {label: "skips", quantity: count, reference: "DARTS"}
          procedure:
            type: supernet-search
            arms:
              - {label: "DARTS", method: darts-v1, desk: {epochs: 4}}
              - {label: "SA", method: sa-darts, desk: {epochs: 4}}
            measures:
              - {label: "skips", of: ["SA"], against: ["DARTS"]}
          profiles: {smoke: {runs: 1}, desk: {runs: 3}, paper: {runs: 3}}
          rule:
            type: direction
            test: permutation
            alternative: less
            minimumEffect: 1
            level: 0.11
            minimumRuns: 3
            failedRuns: worst
            why: "because"
        - id: second
          title: "The accuracy of DARTS"
          statement: "DARTS ends with the cell of skip connections, whatever the depth."
          kind: search
          targets:
            - label: "accuracy"
              quantity: accuracy
              dataset: cifar10
              split: test
              epochs: 200
              published:
                value: 54.30
                where: "Table 5"
                sources: ["one", "another"]
                confidence: second-hand
                family: searched-on-cifar10
          procedure:
            type: supernet-search
            arms:
              - {label: "DARTS", method: darts-v1, desk: {epochs: 4}}
              - {label: "deep", method: darts-v1, desk: {epochs: 4, cells: 3}}
            measures:
              - {label: "accuracy", of: ["DARTS", "deep"]}
          profiles: {smoke: {runs: 1}, desk: {runs: 5}, paper: {runs: 5}}
          rule:
            type: equivalence
            test: welch-interval
            margin: 1
            level: 0.05
            minimumRuns: 5
            failedRuns: exclude
            why: "because"
      """;

  private ToyClaims() {}

  static ClaimCatalogue catalogue(Path reproductions) throws IOException {
    Path file = reproductions.resolve("toy/claim.yaml");
    Files.createDirectories(reproductions.resolve("toy"));
    Files.writeString(file, FILE);
    return ClaimCatalogue.load(reproductions, Set.of(), new SupernetSettings());
  }

  /** Puts a finished search of a seed into the ledger. */
  static void finish(Path ledger, Path scratch, PlannedSearch search, long seed, String found)
      throws IOException {
    finish(ledger, scratch, search, seed, found, Map.of());
  }

  /**
   * The same with what the method measured at its end.
   *
   * @param measurements by the name of their column
   */
  static void finish(
      Path ledger,
      Path scratch,
      PlannedSearch search,
      long seed,
      String found,
      Map<String, Double> measurements)
      throws IOException {
    Map<String, String> configuration =
        SearchArms.plan(
                search.method(),
                search.settings(),
                search.profile(),
                search.precisions().get(0),
                seed)
            .configuration();
    Path folder =
        SearchFolders.write(
            scratch.resolve("searches").resolve(search.method() + search.settingsText() + seed),
            configuration,
            4,
            found,
            measurements);
    Ledger.open(ledger).add(List.of(FinishedSearch.read(folder)));
  }
}
