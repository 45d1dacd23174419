package org.dartboard.io;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void oneAtATimeHasIt() throws IOException {
    Path file = folder.resolve("deep").resolve("lock");
    ProcessLock first = ProcessLock.take(file).orElseThrow();
    assertTrue(ProcessLock.take(file).isEmpty());
    try (ProcessLock other = ProcessLock.take(folder.resolve("other")).orElseThrow()) {
      first.close();
      ProcessLock.take(file).orElseThrow().close();
    }
  }

  @Test
  @Timeout(60)
  void whoWaitsGetsItWhenItIsFree() throws IOException {
    Path file = folder.resolve("lock");
    ProcessLock first = ProcessLock.take(file).orElseThrow();
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(
            () -> {
              try {
                ProcessLock.await(file, 30).close();
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    first.close();
    waiting.join();
  }

  @Test
  void whoWaitsTooLongIsToldWhatFor() throws IOException {
    Path file = folder.resolve("lock");
    try (ProcessLock first = ProcessLock.take(file).orElseThrow()) {
      IOException e = assertThrows(IOException.class, () -> ProcessLock.await(file, 0));
      assertTrue(String.valueOf(e.getMessage()).contains(file.toString()), e::getMessage);
    }
  }
}
