package org.dartboard.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochLogTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void whatWasWrittenIsReadBack() throws IOException {
    log().append(List.of("epoch", "loss"), List.of("1", "0.5"));
    EpochLog again = log();
    again.resume();
    assertEquals(2, again.size());
    assertEquals(List.of("1", "0.5"), again.line(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"epoch,loss\n\"1\"x,0.5\n", "epoch,loss\n\"1,0.5\n", "caf\u00e9\n"})
  void aDamagedFileIsRefusedByName(String text) throws IOException {
    Path file = folder.resolve("log.csv");
    Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    EpochLog log = log();
    for (String message :
        List.of(
            assertThrows(RunFolderException.class, log::resume).getMessage(),
            assertThrows(RunFolderException.class, () -> log.resume(1)).getMessage())) {
      assertTrue(message.startsWith(file + " is damaged, expected CSV: "), message);
      assertTrue(message.endsWith("Delete the folder to begin again, or give another"), message);
    }
  }

  @Test
  void secondsAreAddedUpToTheMillisecond() throws IOException {
    Files.writeString(folder.resolve("log.csv"), "epoch,seconds\n1,0.0004\n2,2.0002\n");
    assertEquals(2.001, log().seconds(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2,soon", "2", "2,NaN", "2,-1", "2,"})
  void secondsThatAreNoneAreRefusedByLine(String line) throws IOException {
    Path file = folder.resolve("log.csv");
    Files.writeString(file, "epoch,seconds\n1,0.5\n" + line + "\n");
    String message = assertThrows(RunFolderException.class, () -> log().seconds(1)).getMessage();
    assertTrue(message.startsWith(file + ", line 3: "), message);
    assertTrue(message.contains("value 2 is the seconds it took"), message);
  }

  private EpochLog log() {
    return new EpochLog(folder.resolve("log.csv"));
  }
}
