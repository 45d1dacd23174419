package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fresh machine: the committed files alone, nothing downloaded and {@code DARTBOARD_DATA} not
 * set, whatever is set for the tests. Every command runs in a process of its own.
 */
class NoDataTest {
  private static final String TABLE = "EMBEDDED STAND-IN, NOT NAS-BENCH-201";
  private static final String IMAGES = "GENERATED IMAGES, NOT CIFAR-10";

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path home;

  /** What a command printed. */
  private record Printed(int code, String out, String err) {}

  @BeforeEach
  void copyWhatIsCommitted() throws IOException {
    copy(Path.of("nasbench201-data", "embedded"));
    copy(Path.of("reproductions", "ceiling"));
    Files.createDirectories(home.resolve("reports"));
  }

  private void copy(Path folder) throws IOException {
    Files.createDirectories(home.resolve(folder));
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, home.resolve(file));
      }
    }
  }

  @Test
  void theTableSaysThatItStandsIn() throws IOException, InterruptedException {
    Printed best =
        run("table", "best", "--dataset", "cifar10", "--split", "test", "--epochs", "200");
    assertEquals(ExitCode.DONE, best.code(), best.err());
    assertTrue(best.err().contains(TABLE), best.err());
    assertTrue(best.out().contains("embedded, not NAS-Bench-201"), best.out());
  }

  @Test
  void searchesAndTrainingsSayThatTheirImagesStandIn() throws IOException, InterruptedException {
    Printed search = run("search", "--method", "gdas", "--profile", "smoke", "--out", at("s"));
    assertEquals(ExitCode.DONE, search.code(), search.err());
    assertTrue(search.err().contains(TABLE) && search.err().contains(IMAGES), search.err());
    String provenance = Files.readString(home.resolve("s/provenance.json"));
    assertTrue(provenance.contains("not CIFAR-10"), provenance);

    Printed training = run("train", "--arch", "000001", "--epochs", "1", "--out", at("t"));
    assertEquals(ExitCode.DONE, training.code(), training.err());
    assertTrue(training.err().contains(IMAGES), training.err());
    assertTrue(training.out().contains("generated, not CIFAR-10"), training.out());
  }

  @Test
  void pagesSayThatTheirFiguresStandIn() throws IOException, InterruptedException {
    Printed reproduced = run("reproduce", "ceiling", "--profile", "smoke");
    assertEquals(ExitCode.DONE, reproduced.code(), reproduced.err());
    assertTrue(reproduced.err().contains(TABLE), reproduced.err());
    for (String page : new String[] {"index.html", "claims/ceiling/one-cell/index.html"}) {
      String html = Files.readString(home.resolve("reports").resolve(page));
      assertTrue(html.contains(TABLE), () -> page + " does not name the stand-in");
    }
  }

  @Test
  void whatNeedsThePublishedImagesSaysHowToGetThem() throws IOException, InterruptedException {
    Printed export = run("export", "--arch", "333333", "--evaluate", "10");
    assertEquals(ExitCode.MISSING_DATA, export.code(), export.err());
    assertTrue(export.err().contains("scripts/dartboard data pull"), export.err());
  }

  private String at(String folder) {
    return home.resolve(folder).toString();
  }

  private Printed run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
    command.add("-Ddartboard.home=" + home);
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(home.resolve("errors").toFile());
    builder.environment().remove("DARTBOARD_DATA");
    builder.environment().put("OMP_NUM_THREADS", "1");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    return new Printed(code, out, Files.readString(home.resolve("errors")));
  }
}
