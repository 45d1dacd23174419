package org.dartboard.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dartboard.table.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimReaderTest {
  private final Path folder;

  ClaimReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private final ClaimReader reader = new ClaimReader(ClaimFiles.METHODS);

  @Test
  void validFileBecomesRecords() {
    ClaimFile file = read(ClaimFiles.VALID);
    Claim claim = file.claim("first").orElseThrow();
    assertEquals("some-paper/first", claim.reference());
    assertEquals(ClaimKind.TABLE, claim.kind());
    assertEquals(new Procedure.TableSearch("random-search", 12_000, Map.of()), claim.procedure());
    assertEquals(500, claim.profiles().of(Profile.PAPER).runs());
    assertEquals(List.of(), claim.context());
    assertEquals(List.of(), claim.cautions());
    Target target = claim.targets().get(0);
    assertEquals(Dataset.CIFAR10, target.column().orElseThrow().dataset());
    assertEquals("RS, cifar10 test, 200 epochs", target.name());
    assertEquals(
        new Rule.Equivalence(
            "welch-interval", 0.3, Map.of(), 0.05, 100, FailedRuns.EXCLUDE, "because"),
        claim.rule());
  }

  @Test
  void publishedOnlyClaimsNeedAReasonAndNothingElse() {
    String text = ClaimFiles.VALID;
    String head = text.substring(0, text.indexOf("    procedure:"));
    ClaimFile file =
        read(head.replace("kind: table", "kind: published-only\n    why: \"no images\""));
    assertEquals(new Rule.None(), file.claims().get(0).rule());
    assertEquals(
        List.of(
            "FILE:9: claims[0].procedure: found keys with values; allowed: no such key where the"
                + " kind is published-only",
            "FILE:9: claims[0].why: found nothing; allowed: why the claim cannot be checked here"),
        defects(
                ClaimFiles.with("kind: table", "kind: published-only")
                    .replaceAll("(?s)    profiles:.*", ""))
            .stream()
            .map(line -> line.replaceAll(":\\d+:", ":9:"))
            .sorted()
            .toList());
  }

  static Stream<Arguments> damages() {
    String valid = ClaimFiles.VALID;
    return Stream.of(
        Arguments.of(
            "unknown key",
            ClaimFiles.with("kind: table", "kind: table\n    colour: red"),
            "FILE:13: claims[0].colour: found an unknown key; allowed: the keys id, title,"
                + " statement, kind, why, reconstruction, adaptation, targets, context, procedure,"
                + " profiles, rule"),
        Arguments.of(
            "missing key",
            ClaimFiles.with("  title: \"A paper\"\n", ""),
            "FILE:1: paper.title: found nothing; allowed: this key, which is required"),
        Arguments.of(
            "wrong type",
            ClaimFiles.with("year: 2020", "year: twenty"),
            "FILE:5: paper.year: found 'twenty'; allowed: a year of 1950 to 2100"),
        Arguments.of(
            "unknown word",
            ClaimFiles.with("confidence: paper", "confidence: certain"),
            "FILE:26: claims[0].targets[0].published.confidence: found 'certain'; allowed: paper,"
                + " readme, second-hand, computed, memory"),
        Arguments.of(
            "number out of range",
            ClaimFiles.with("level: 0.05", "level: 1.5"),
            "FILE:41: claims[0].rule.level: found 1.5; allowed: a probability of error, more than 0"
                + " and less than 1"),
        Arguments.of(
            "margin of nothing",
            ClaimFiles.with("margin: 0.3", "margin: 0"),
            "FILE:40: claims[0].rule.margin: found 0; allowed: the largest difference that counts"
                + " as none, more than 0"),
        Arguments.of(
            "infinity",
            ClaimFiles.with("value: 93.70", "value: .inf"),
            "FILE:20: claims[0].targets[0].published.value: found Infinity; allowed: a finite"
                + " number"),
        Arguments.of(
            "split that the dataset lacks",
            ClaimFiles.with("split: test", "split: valid"),
            "FILE:17: claims[0].targets[0].split: found 'valid'; allowed: a split that cifar10 has:"
                + " test"),
        Arguments.of(
            "column with a hole",
            ClaimFiles.with("        epochs: 200\n", ""),
            "FILE:14: claims[0].targets[0].epochs: found nothing; allowed: dataset, split and"
                + " epochs together"),
        Arguments.of(
            "another folder",
            ClaimFiles.with("id: some-paper", "id: other-paper"),
            "FILE:2: paper.id: found 'other-paper'; allowed: the name of the folder, some-paper"),
        Arguments.of(
            "unknown method",
            ClaimFiles.with("method: random-search", "method: randomsearch"),
            "FILE:30: claims[0].procedure.method: found 'randomsearch'; allowed: a registered"
                + " method: bohb, random-search"),
        Arguments.of(
            "too few runs",
            ClaimFiles.with("minimumRuns: 100", "minimumRuns: 501"),
            "FILE:42: claims[0].rule.minimumRuns: found 501; allowed: up to the runs of the profile"
                + " paper, 500"),
        Arguments.of(
            "bad architecture",
            valid
                    .replaceAll(
                        "(?s)type: table-search.*?hyperparameters: \\{\\}",
                        "type: lookup\n      architecture: \"|skip~0|\"")
                    .replaceAll("(?s)type: equivalence.*", "type: exact\n")
                + "      test: absolute-difference\n      tolerance: 0\n      why: w\n",
            "FILE:30: claims[0].procedure.architecture: found '|skip~0|'; allowed: an architecture"
                + " string (architecture '|skip~0|' cannot be read: it has 1 nodes separated by"
                + " '+', not 3; node 1 has the unknown operation 'skip'. Expected the form |op~0|+|op~0|op~1|+|op~0|op~1|op~2|, where op is"
                + " one of none, skip_connect, nor_conv_1x1, nor_conv_3x3, avg_pool_3x3)"),
        Arguments.of(
            "key twice",
            ClaimFiles.with("year: 2020", "year: 2020\n  year: 2021"),
            "FILE:6: paper.year: found the key a second time, after line 5; allowed: each key"
                + " once"),
        Arguments.of(
            "tab",
            ClaimFiles.with("  year: 2020", "\tyear: 2020"),
            "FILE:5: found YAML that breaks off: found character '\\t(TAB)' that cannot start any"
                + " token. (Do not use \\t(TAB) for indentation); allowed: one YAML document,"
                + " indented by spaces, not by tabs, without aliases"),
        Arguments.of(
            "empty",
            "# nothing but a comment\n",
            "FILE: found an empty document; allowed: the keys paper and claims"),
        Arguments.of("a list", "- a\n- b\n", "FILE:1: found a list; allowed: keys with values"),
        Arguments.of(
            "claim twice",
            valid + valid.substring(valid.indexOf("  - id: first")),
            "FILE:45: claims[1].id: found 'first', as claims[0] has; allowed: each identifier"
                + " once"),
        Arguments.of(
            "family of another protocol",
            ClaimFiles.with("family: searched-on-cifar10", "family: searched-per-dataset"),
            "FILE:27: claims[0].targets[0].published.family: found 'searched-per-dataset'; allowed:"
                + " searched-on-cifar10, since that is what these searches do"),
        Arguments.of(
            "unknown procedure",
            ClaimFiles.with("type: table-search", "type: guess"),
            "FILE:29: claims[0].procedure.type: found 'guess'; allowed: table-search, sensitivity,"
                + " lookup, optimum, isomorphism-count, correlation, relative-improvement,"
                + " identify-cell, gap-to-optimum, best-of-n, supernet-search, training, benchmark"),
        Arguments.of(
            "spread without a meaning",
            ClaimFiles.with("          spreadMeaning: standard-deviation-of-runs\n", ""),
            "FILE:19: claims[0].targets[0].published.spreadMeaning: found nothing; allowed: what"
                + " the spread is, unknown if need be"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void everyDamageGetsItsMessage(String name, String text, String message) {
    assertEquals(List.of(message), defects(text), name);
  }

  @Test
  void allDefectsOfAFileComeTogetherInTheOrderOfItsLines() {
    String text =
        ClaimFiles.VALID
            .replace("id: some-paper", "id: Some Paper")
            .replace("split: test", "split: valid")
            .replace("confidence: paper", "confidence: certain")
            .replace("method: random-search", "method: magic")
            .replace("margin: 0.3", "margin: wide")
            .replace("      failedRuns: exclude\n", "");
    List<String> places = defects(text).stream().map(defect -> defect.split(": ", 3)[1]).toList();
    assertEquals(
        List.of(
            "paper.id",
            "paper.id",
            "claims[0].targets[0].split",
            "claims[0].targets[0].published.confidence",
            "claims[0].procedure.method",
            "claims[0].rule.failedRuns",
            "claims[0].rule.margin"),
        places);
  }

  @Test
  void rulesSayWhatTheyNeedOfTheirTargets() {
    String direction =
        ClaimFiles.VALID.replaceAll(
            "(?s)type: equivalence.*",
            """
            type: direction
                  test: permutation
                  alternative: greater
                  minimumEffect: 0.2
                  level: 0.05
                  minimumRuns: 5
                  failedRuns: worst
                  why: w
            """);
    assertEquals(
        List.of(
            "FILE:14: claims[0].targets[0].reference: found nothing; allowed: the runs that the"
                + " test compares with"),
        defects(direction));
    assertEquals(
        List.of(
            "FILE:37: claims[0].rule.share: found nothing; allowed: the threshold and the chance of"
                + " the binomial test"),
        defects(direction.replace("test: permutation", "test: binomial")));
  }

  static Stream<Arguments> procedures() {
    return Stream.of(
        Arguments.of(
            """
            type: identify-cell
                  cells:
                    - label: "RS"
                      figures: [{column: {dataset: cifar10, split: test, epochs: 200}, value: 94.36}]
                    - label: "RS"
                      figures: [{column: {dataset: cifar10, split: test, epochs: 200}, value: 91.55}]
            """,
            "procedure.cells[1].label: found 'RS', as cells[0] has; allowed: each label once"),
        Arguments.of(
            """
            type: sensitivity
                  methods: [random-search]
                  budgetSeconds: 12000
                  variants:
                    - {label: "noise", rewardNoise: 0.35, evaluationShare: 0}
                    - {label: "noise", rewardNoise: 0.7, evaluationShare: 0}
            """,
            "procedure.variants[1].label: found 'noise', as variants[0] has; allowed: each label"
                + " once"),
        Arguments.of(
            """
            type: training
                  column: {dataset: cifar10-valid, split: valid, epochs: 12}
                  precisions: [fp32]
                  architectures:
                    - {code: "201000", seeds: 1}
                    - {code: "201000", seeds: 2}
            """,
            "procedure.architectures[1].code: found '201000', as architectures[0] has; allowed: each"
                + " cell once"));
  }

  @ParameterizedTest
  @MethodSource("procedures")
  void whatAProcedureListsHasNamesOfItsOwn(String procedure, String message) {
    List<String> found =
        defects(
            ClaimFiles.VALID.replaceAll(
                "(?s)type: table-search.*?hyperparameters: \\{\\}\n", procedure));
    assertEquals(
        1, found.stream().filter(defect -> defect.endsWith(message)).count(), found::toString);
  }

  @Test
  void bytesThatAreNotUtf8AreNamedWithTheirLine() throws Exception {
    Path file = ClaimFiles.write(folder, "some-paper", "");
    Files.write(file, "paper:\n  id: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        List.of(
            "FILE:2: found bytes that are not UTF-8; allowed: a file of UTF-8 text with the claims"
                + " of a paper"),
        defects(file));
  }

  @Test
  void missingFilesAndFoldersAreNamed() throws Exception {
    Path missing = folder.resolve("some-paper").resolve("claim.yaml");
    assertEquals(
        List.of(
            "FILE: found no such file; allowed: a file of UTF-8 text with the claims of a paper"),
        defects(missing));
    Files.createDirectories(missing);
    assertEquals(
        List.of("FILE: found a folder; allowed: a file of UTF-8 text with the claims of a paper"),
        defects(missing));
  }

  @Test
  void everyTruncationOfTheFileIsRefusedInWords() {
    // What is cut in the middle of the last text is still a file with all its parts.
    String complete = ClaimFiles.VALID.substring(0, ClaimFiles.VALID.indexOf("why: \"bec"));
    for (int length = 0; length < complete.length(); length += 7) {
      List<String> defects = defects(complete.substring(0, length));
      assertTrue(!defects.isEmpty() && defects.get(0).startsWith("FILE"), defects::toString);
    }
  }

  @Test
  void aliasesAreRefused() {
    String text =
        ClaimFiles.VALID
            .replace("smoke: {runs: 5}", "smoke: &few {runs: 5}")
            .replace("desk: {runs: 500}", "desk: *few");
    assertTrue(defects(text).get(0).contains("alias"), () -> defects(text).toString());
  }

  private ClaimFile read(String text) {
    return reader.read(ClaimFiles.write(folder, "some-paper", text));
  }

  private List<String> defects(String text) {
    return defects(ClaimFiles.write(folder, "some-paper", text));
  }

  private List<String> defects(Path file) {
    ClaimFormatException exception =
        assertThrows(ClaimFormatException.class, () -> reader.read(file));
    return exception.defects().stream()
        .map(Defect::toString)
        .map(message -> message.replace(file.toString(), "FILE"))
        .toList();
  }
}
