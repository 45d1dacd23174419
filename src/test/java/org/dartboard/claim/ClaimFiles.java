package org.dartboard.claim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A claim file that is right, as a start for wrong ones. */
final class ClaimFiles {
  static final Set<String> METHODS = Set.of("bohb", "random-search");

  /** How a file begins, up to its claims. */
  static final String PAPER =
      """
      paper:
        id: some-paper
        title: "A paper"
        authors: ["A. Author"]
        year: 2020
        venue: "A venue"
        identifiers: ["arXiv:0000.00000"]
      """;

  static final String VALID =
      PAPER
          + """
      claims:
        - id: first
          title: "A claim"
          statement: "Random search reaches 93.70."
          kind: table
          targets:
            - label: "RS"
              quantity: accuracy
              dataset: cifar10
              split: test
              epochs: 200
              published:
                value: 93.70
                spread: 0.36
                spreadMeaning: standard-deviation-of-runs
                runs: 500
                where: "Table 1"
                sources: ["the paper"]
                confidence: paper
                family: searched-on-cifar10
          procedure:
            type: table-search
            method: random-search
            budgetSeconds: 12000
            hyperparameters: {}
          profiles:
            smoke: {runs: 5}
            desk: {runs: 500}
            paper: {runs: 500}
          rule:
            type: equivalence
            test: welch-interval
            margin: 0.3
            level: 0.05
            minimumRuns: 100
            failedRuns: exclude
            why: "because"
      """;

  private ClaimFiles() {}

  /** Writes a claim file into a paper's folder. */
  static Path write(Path reproductions, String paper, String text) {
    try {
      Path folder = Files.createDirectories(reproductions.resolve(paper));
      return Files.writeString(folder.resolve("claim.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The valid file with one passage replaced. */
  static String with(String passage, String replacement) {
    if (!VALID.contains(passage)) {
      throw new IllegalArgumentException("the valid file has no '" + passage + "'");
    }
    return VALID.replace(passage, replacement);
  }
}
