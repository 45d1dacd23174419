package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MainTest {
  @TestFactory
  List<DynamicTest> everyCommandHasHelp() {
    List<DynamicTest> tests = new ArrayList<>();
    addHelpTests(Main.commandLine(), List.of(), tests);
    return tests;
  }

  @Test
  void noCommandAtAllShowsWhatThereIs() {
    Invocation run = Invocation.of();
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("reproduce"), run::err);
  }

  @Test
  void anUnknownCommandIsRefusedWithASuggestion() {
    Invocation run = Invocation.of("reprodce");
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("reproduce"), run::err);
  }

  @Test
  void allMissingOptionsAreNamedAtOnce() {
    Invocation run = Invocation.of("table", "query", "--index", "0");
    assertEquals(ExitCode.BAD_INPUT, run.code());
    for (String option : List.of("--dataset", "--split", "--epochs")) {
      assertTrue(run.err().contains(option), run::err);
    }
  }

  @Test
  void everyOptionThatCannotBeReadIsNamedAtOnce() {
    Invocation run =
        Invocation.of(
            "table",
            "query",
            "--index",
            "0",
            "--dataset",
            "cifar",
            "--split",
            "tset",
            "--epochs",
            "100");
    assertEquals(ExitCode.BAD_INPUT, run.code());
    for (String value : List.of("'cifar'", "'tset'", "'100'")) {
      assertTrue(run.err().contains(value), run::err);
    }
  }

  @Test
  void aGroupWithoutACommandNamesItsCommands() {
    Invocation run = Invocation.of("claims");
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("needs one of: list, show, check"), run::err);
  }

  @Test
  void theShippedClaimsAreWellFormed() {
    Invocation run = Invocation.of("claims", "check");
    assertEquals(ExitCode.DONE, run.code(), run::err);
  }

  @Test
  void anUnknownClaimIsRefusedNamingNearOnes() {
    Invocation run = Invocation.of("claims", "show", "nas-bench-201/table5-reinforc");
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("nas-bench-201/table5-reinforce"), run::err);
    assertFalse(run.err().contains("Exception"), run::err);
  }

  @Test
  void everyFigureThatIsShownSaysHowFarItCanBeTrusted() {
    Invocation run = Invocation.of("claims", "show", "nas-bench-201/table5-bohb");
    assertEquals(ExitCode.DONE, run.code(), run::err);
    assertTrue(run.out().contains("memory"), run::out);
    assertTrue(run.out().contains("searched-on-cifar10"), run::out);
  }

  @Test
  void aScriptReadsWhatIsClaimedAndTheRuleBesideTheFigures() {
    Invocation run =
        Invocation.of("claims", "show", "--format", "json", "darts/v1-collapse", "adarts/faster");
    assertEquals(ExitCode.DONE, run.code(), run::err);
    JsonNode figures = JsonMapper.shared().readTree(run.out());
    assertEquals(
        Set.of("darts/v1-collapse", "adarts/faster"),
        figures
            .valueStream()
            .map(line -> line.get("claim").asString())
            .collect(Collectors.toSet()));
    for (JsonNode line : figures) {
      assertFalse(line.get("statement").asString().isBlank(), run::out);
      assertFalse(line.get("rule").asString().isBlank(), run::out);
    }
  }

  @Test
  void everyFolderThatHoldsNoSearchIsNamedAtOnce(@TempDir Path folder) {
    Invocation run =
        Invocation.of(
            "curves", folder.resolve("first").toString(), folder.resolve("second").toString());
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("first"), run::err);
    assertTrue(run.err().contains("second"), run::err);
  }

  @Test
  void numbersThatCannotBeAreRefused() {
    assertRefused("--threads is 0", "reproduce", "--threads", "0");
    assertRefused("--seeds is -1", "reproduce", "--seeds", "-1");
    assertRefused(
        "--top is 0",
        "table",
        "best",
        "--dataset",
        "cifar10",
        "--split",
        "test",
        "--epochs",
        "200",
        "--top",
        "0");
    assertRefused("medium", "reproduce", "--profile", "medium");
  }

  @Test
  void aReportIsMadeOfAFolderThatIsThere(@TempDir Path folder) throws IOException {
    assertRefused(
        "is no folder of reports", "report", "--out", folder.resolve("nowhere").toString());
    assertFalse(Files.exists(folder.resolve("nowhere")));
  }

  @Test
  void bytesThatAreNoTextAreNamedByTheirFile(@TempDir Path folder) throws IOException {
    Path results = folder.resolve("results.json");
    Files.write(results, new byte[] {'[', (byte) 0xe9, ']'});
    assertRefused(results + ": expected text in UTF-8", "bench", "compare", results.toString());
  }

  private static void assertRefused(String expected, String... arguments) {
    Invocation run = Invocation.of(arguments);
    assertEquals(ExitCode.BAD_INPUT, run.code(), run::err);
    assertTrue(run.err().contains(expected), run::err);
  }

  private static void addHelpTests(
      CommandLine command, List<String> path, List<DynamicTest> tests) {
    List<String> arguments = new ArrayList<>(path);
    arguments.add("--help");
    tests.add(
        DynamicTest.dynamicTest(
            String.join(" ", arguments),
            () -> {
              Invocation run = Invocation.of(arguments.toArray(String[]::new));
              assertEquals(ExitCode.DONE, run.code());
              assertTrue(run.out().startsWith("Usage: dartboard"), run::out);
            }));
    command
        .getSubcommands()
        .forEach(
            (name, subcommand) -> {
              List<String> below = new ArrayList<>(path);
              below.add(name);
              addHelpTests(subcommand, below, tests);
            });
  }
}
