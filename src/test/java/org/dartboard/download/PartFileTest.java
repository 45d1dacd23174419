package org.dartboard.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.dartboard.io.Digests;
import org.dartboard.random.RandomStreams;
import org.dartboard.testing.ChildProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFileTest {
  private static final Checksum LIKE = new Checksum("SHA-256", "00".repeat(32));

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void aChecksumIsOfAllThatIsThereAndWhatFollowsIsAppended() throws IOException {
    // More than one buffer.
    byte[] content = content(200_000);
    Path place = folder.resolve("a");
    try (PartFile part = PartFile.open(place)) {
      assertEquals(sum(new byte[0]), part.checksum(LIKE).value());
      part.append(content, 150_000);
      assertEquals(sum(Arrays.copyOf(content, 150_000)), part.checksum(LIKE).value());
      part.append(Arrays.copyOfRange(content, 150_000, content.length), 50_000);
      assertEquals(sum(content), part.checksum(LIKE).value());
      part.publish();
    }
    assertArrayEquals(content, Files.readAllBytes(place));
  }

  /** Only another process sees what the system has locked. */
  @Test
  void anotherProcessIsKeptOutAfterAChecksumToo() throws IOException, InterruptedException {
    Path place = folder.resolve("a");
    try (PartFile part = PartFile.open(place)) {
      part.append(content(1000), 1000);
      part.checksum(LIKE);
      assertEquals("kept out", inAnotherProcess(place));
    }
    assertEquals("opened", inAnotherProcess(place));
  }

  private static String inAnotherProcess(Path place) throws IOException, InterruptedException {
    return ChildProgram.run(OtherPart.class, Map.of(OtherPart.PLACE, place.toString()));
  }

  private static byte[] content(int length) {
    byte[] content = new byte[length];
    new RandomStreams("part file", 5).stream("content").nextBytes(content);
    return content;
  }

  private static String sum(byte[] content) {
    return Digests.sha256(content);
  }
}
