package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dartboard.data.Cifar10;
import org.dartboard.data.CifarSplit;
import org.dartboard.io.DataFolders;
import org.dartboard.io.ProcessLock;
import org.dartboard.space.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchCommandTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void aSearchOnGeneratedImagesSaysSo() {
    Invocation run = search("--method", "darts-v1", "--set", "epochs=1", "--data", "embedded");
    assertEquals(ExitCode.DONE, run.code(), run::err);
    assertTrue(run.err().contains("GENERATED IMAGES, NOT CIFAR-10"), run::err);
    JsonNode result = JsonMapper.shared().readTree(run.out());
    assertEquals("generated, not CIFAR-10", result.get("images").asString());
    Cell.parse(result.get("arch").asString());
  }

  @Test
  void theLedgerTakesNoSearchOnGeneratedImages() throws IOException {
    search("--method", "darts-v1", "--set", "epochs=1", "--data", "embedded");
    Path out = folder.resolve("out");
    assertTrue(
        Files.readString(out.resolve("provenance.json")).contains("images that Dartboard draws"));
    assertTrue(
        Files.readString(out.resolve("curves.csv")).endsWith("\"generated, not CIFAR-10\"\n"));
    assertTrue(Files.exists(out.resolve("curves/step-time.svg")));
    assertTrue(Files.exists(out.resolve("curves/parameters.svg")));

    Path ledger = folder.resolve("ledger");
    Invocation add = Invocation.of("ledger", "add", "--ledger", ledger.toString(), out.toString());
    assertEquals(ExitCode.BAD_INPUT, add.code(), add::err);
    assertTrue(add.err().contains(out + ": its images are generated, not CIFAR-10"), add::err);
    assertTrue(add.err().contains("Nothing was added"), add::err);
    assertFalse(Files.exists(ledger.resolve("trials")));
  }

  @Test
  void aSearchOnGeneratedImagesIsNotRecorded() {
    Invocation run =
        search("--method", "darts-v1", "--set", "epochs=1", "--data", "embedded", "--record");
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("is not recorded"), run::err);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1_000_000_000, Long.MAX_VALUE})
  void aSeedThatTheLedgerDoesNotTakeIsRefusedBeforeTheSearch(long seed) {
    Invocation run =
        search(
            "--method",
            "darts-v1",
            "--set",
            "epochs=1",
            "--record",
            "--seed",
            String.valueOf(seed));
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(
        run.err().contains("--seed is " + seed + ", but the ledger takes whole numbers of 0 to"),
        run::err);
    assertTrue(run.err().contains("leave --record away"), run::err);
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void aFolderThatAnotherProcessIsAtWorkOnIsLeftAlone() throws IOException {
    String[] options = {"--method", "darts-v1", "--set", "epochs=1", "--data", "embedded"};
    Path out = folder.resolve("out");
    try (ProcessLock other = ProcessLock.take(out.resolve(".lock")).orElseThrow()) {
      Invocation run = search(options);
      assertEquals(ExitCode.BAD_INPUT, run.code());
      assertTrue(run.err().contains("another process is at work on " + out), run::err);
      assertTrue(run.err().contains("give the command again"), run::err);
      assertFalse(Files.exists(out.resolve("configuration.json")));
    }
    Invocation run = search(options);
    assertEquals(ExitCode.DONE, run.code(), run::err);
    ProcessLock.take(out.resolve(".lock")).orElseThrow().close();
  }

  @Test
  void aSmokeSearchPrintsOneObjectAndTheSameAgain() {
    assumeImages();
    Invocation run = search("--method", "darts-v1", "--seed", "5", "--set", "epochs=1");
    assertEquals(ExitCode.DONE, run.code(), run::err);
    JsonNode result = JsonMapper.shared().readTree(run.out());
    assertEquals(
        List.of(
            "method",
            "profile",
            "seed",
            "engine",
            "precision",
            "steps",
            "seconds",
            "arch",
            "index",
            "accuracy",
            "skips"),
        List.copyOf(result.propertyNames()));
    assertEquals("smoke", result.get("profile").asString());
    assertEquals(5, result.get("seed").asInt());
    assertTrue(result.get("steps").asInt() > 0);
    Cell.parse(result.get("arch").asString());
    if (!result.get("accuracy").isNull()) {
      assertTrue(result.get("accuracy").get("cifar10").get("test").asDouble() >= 10);
    }

    Invocation again = search("--method", "darts-v1", "--seed", "5", "--set", "epochs=1");
    assertEquals(run.out(), again.out());
    Invocation other = search("--method", "darts-v1", "--seed", "6", "--set", "epochs=1");
    assertEquals(ExitCode.BAD_INPUT, other.code());
    assertTrue(other.err().contains("seed is 5 there, 6 here"), other::err);
  }

  @Test
  void anUnknownMethodIsAnsweredWithThoseThatThereAre() {
    Invocation run = search("--method", "dart");
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("'dart'; known: darts-v1"), run::err);
    assertFalse(run.err().contains("\tat "), run::err);
  }

  @Test
  void everyHyperParameterThatCannotBeIsNamedAtOnce() {
    Invocation run = search("--method", "darts-v1", "--set", "epoch=3", "--set", "batchSize=0");
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("'batchSize' is 0"), run::err);
    assertTrue(run.err().contains("'epoch' is unknown; known: width, cells, epochs"), run::err);
  }

  @ParameterizedTest
  @ValueSource(strings = {"darts-v1", "p-darts"})
  void aNetworkThatNoMemoryHoldsIsRefusedBeforeItsFolderIsMade(String method) {
    String cells = method.equals("p-darts") ? "thirdCells=100" : "cells=100";
    Invocation run = search("--method", method, "--set", cells, "--set", "width=256");
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("width 256 with 100 cells per stage"), run::err);
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void thereMustBeASearchToGoOnWith() {
    Invocation run = search("--method", "darts-v1", "--resume");
    assertEquals(ExitCode.BAD_INPUT, run.code());
    assertTrue(run.err().contains("holds no search to go on with"), run::err);
    assertFalse(Files.exists(folder.resolve("out")));
  }

  private Invocation search(String... options) {
    String[] common = {
      "search", "--profile", "smoke", "--format", "json", "--out", folder.resolve("out").toString()
    };
    String[] all = new String[common.length + options.length];
    System.arraycopy(common, 0, all, 0, common.length);
    System.arraycopy(options, 0, all, common.length, options.length);
    return Invocation.of(all);
  }

  private static void assumeImages() {
    DataFolders folders = DataFolders.of(System.getenv(), Path.of(""));
    assumeTrue(
        folders.lookUp(Cifar10.FOLDER).isPresent() && folders.lookUp(CifarSplit.FOLDER).isPresent(),
        "CIFAR-10 and its split are needed; set DARTBOARD_DATA to the folder above them");
  }
}
