package org.dartboard.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dartboard.engine.reference.ReferenceEngine;
import org.dartboard.table.EmbeddedFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBuildTest {
  private static final TrainingProtocol TINY =
      new TrainingProtocol(1, 1, 8, 10, 20, 10, 1, 2, 0.1, 0.9, 5e-4);
  private static final int CLASSES = 6;
  private static final Duration LONG = Duration.ofHours(1);

  @TempDir private Path folder = Path.of("");

  /** Ends a build as a process that is killed would end: in the middle, by an exception. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void aBuildThatWasStoppedEndsWithTheSameBytes() throws IOException, InterruptedException {
    Path straight = folder.resolve("straight");
    assertTrue(build(straight, TINY).run(2, 1, LONG, (seed, done, total) -> {}));
    Path broken = folder.resolve("broken");
    assertThrows(
        IllegalStateException.class,
        () ->
            build(broken, TINY)
                .run(
                    2,
                    1,
                    LONG,
                    (seed, done, total) -> {
                      if (done == 2) {
                        throw new Killed();
                      }
                    }));
    assertFalse(contents(straight).equals(contents(broken)), "nothing was left to do");
    assertTrue(build(broken, TINY).run(2, 2, LONG, (seed, done, total) -> {}));
    assertEquals(contents(straight), contents(broken));
  }

  @Test
  void whatIsThereIsNotTrainedAgain() throws IOException, InterruptedException {
    build(folder, TINY).run(1, 1, LONG, (seed, done, total) -> {});
    build(folder, TINY)
        .run(
            1,
            1,
            LONG,
            (seed, done, total) -> {
              throw new IllegalStateException("trained again");
            });
  }

  @Test
  void noTimeLeftStopsTheBuild() throws IOException, InterruptedException {
    assertFalse(build(folder, TINY).run(1, 1, Duration.ZERO, (seed, done, total) -> {}));
  }

  @Test
  void anotherProtocolIsRefusedNamingTheDifference() throws IOException, InterruptedException {
    build(folder, TINY).run(1, 1, Duration.ZERO, (seed, done, total) -> {});
    TrainingProtocol other = new TrainingProtocol(2, 1, 8, 10, 20, 10, 1, 2, 0.1, 0.9, 5e-4);
    EmbeddedFormatException refused =
        assertThrows(
            EmbeddedFormatException.class,
            () -> build(folder, other).run(1, 1, LONG, (seed, done, total) -> {}));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("width was 1, is 2"), refused::getMessage);
  }

  @Test
  void aDamagedFileIsRefused() throws IOException, InterruptedException {
    build(folder, TINY).run(1, 1, LONG, (seed, done, total) -> {});
    Path file = folder.resolve("seed-0.csv");
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 3));
    EmbeddedFormatException refused =
        assertThrows(
            EmbeddedFormatException.class,
            () -> build(folder, TINY).run(1, 1, LONG, (seed, done, total) -> {}));
    assertTrue(String.valueOf(refused.getMessage()).contains("cut short"), refused::getMessage);
  }

  private static EmbeddedBuild build(Path folder, TrainingProtocol protocol) {
    return new EmbeddedBuild(
        folder, protocol, ReferenceEngine::new, Map.of("program", "test"), CLASSES);
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    return contents;
  }
}
