package org.dartboard.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeakMemoryTest {
  @TempDir private Path folder;

  @Test
  void thePeakIsReadInBytes() throws IOException {
    Path status = folder.resolve("status");
    Files.writeString(status, "Name:\tjava\nVmHWM:\t    2048 kB\nVmRSS:\t    1024 kB\n");
    assertEquals(OptionalLong.of(2_097_152), PeakMemory.bytes(status));
  }

  @Test
  void whatTheSystemDoesNotTellIsEmpty() throws IOException {
    Path status = folder.resolve("status");
    assertEquals(OptionalLong.empty(), PeakMemory.bytes(status));
    Files.writeString(status, "Name:\tjava\n");
    assertEquals(OptionalLong.empty(), PeakMemory.bytes(status));
  }
}
