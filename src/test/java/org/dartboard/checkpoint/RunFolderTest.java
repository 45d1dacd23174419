package org.dartboard.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;

class RunFolderTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "{\"epochs\": null}", "{\"epochs\": ", "[]", "", "{\"\u00e9\": 1}"})
  void aDamagedConfigurationIsNamed(String text) throws Exception {
    Path file = folder.resolve("configuration.json");
    // In Latin 1, so that letters beyond ASCII are no UTF-8.
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    String message =
        Thrown.message(RunFolderException.class, () -> RunFolder.existing(folder, "search"));
    assertTrue(message.startsWith(file + " is damaged: "), message);
    assertEquals(
        message,
        Thrown.message(
            RunFolderException.class, () -> RunFolder.open(folder, "search", Map.of("a", "b"))));
  }

  @Test
  void aResultOfNothingIsNamed() throws Exception {
    RunFolder run = RunFolder.open(folder, "search", Map.of("a", "b"));
    run.begin();
    Path file = folder.resolve("result.json");
    Files.writeString(file, "null");
    assertEquals(
        file
            + " is damaged: expected values, found null. Delete the folder to begin again, or give"
            + " another",
        Thrown.message(
            RunFolderException.class,
            () -> run.result(new TypeReference<Map<String, String>>() {})));
  }
}
