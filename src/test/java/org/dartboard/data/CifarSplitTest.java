package org.dartboard.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarSplitTest {
  private static final String TEXT =
      "{\"train\": [\"int\", [\"0\", \"3\"]], \"valid\": [\"int\", [\"1\", \"2\"]]}";

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void readsBothHalves() throws DataException {
    CifarSplit split = CifarSplit.parse(TEXT, 4);

    assertArrayEquals(new int[] {0, 3}, split.training());
    assertArrayEquals(new int[] {1, 2}, split.validation());
  }

  @Test
  void refusesHalvesThatOverlapOrLackAnImage() {
    assertDefect(TEXT.replace("\"1\"", "\"3\""), 4, "image 3 of 'valid' is there twice");
    assertDefect(TEXT, 5, "image 4 is in neither half");
    assertDefect(TEXT, 3, "'train' has \"3\", not an index 0 to 2");
    assertDefect("{}", 4, "'train' is not a pair of a type and a list; 'valid' is not");
    assertDefect("{", 4, "no JSON");
  }

  @Test
  void refusesAnotherFileUnderTheOfficialName() throws IOException {
    Files.writeString(folder.resolve(CifarSplit.FILE), TEXT);

    DataException error = assertThrows(DataException.class, () -> CifarSplit.read(folder));

    assertTrue(String.valueOf(error.getMessage()).contains("is not the official split"));
  }

  private static void assertDefect(String text, int images, String defect) {
    DataException error = assertThrows(DataException.class, () -> CifarSplit.parse(text, images));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains(defect), message);
  }
}
