package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.dartboard.checkpoint.RunFolderException;
import org.dartboard.engine.EngineException;
import org.dartboard.io.ProcessLock;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedQueueTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path locks;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folders;

  private final StringWriter errors = new StringWriter();
  private final List<String> open =
      Collections.synchronizedList(new ArrayList<>(List.of("a", "b", "c", "d")));
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());

  @Test
  void allIsDoneInOrder() throws IOException {
    SharedQueue.Outcome outcome = queue(new Pieces()).run();
    assertEquals(List.of("a", "b", "c", "d"), done);
    assertEquals(new SharedQueue.Outcome(4, Set.of()), outcome);
    assertEquals(ExitCode.DONE, outcome.exitCode());
  }

  @Test
  void twoShareTheWork() {
    CountDownLatch bothAtWork = new CountDownLatch(2);
    List<CompletableFuture<SharedQueue.Outcome>> running = new ArrayList<>();
    for (int worker = 0; worker < 2; worker++) {
      running.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return queue(
                          new Pieces() {
                            @Override
                            public boolean work(String piece, List<String> left) {
                              meet(bothAtWork);
                              return super.work(piece, left);
                            }
                          })
                      .run();
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              }));
    }
    int ended = running.stream().mapToInt(each -> each.join().ended()).sum();
    assertEquals(4, ended);
    assertEquals(List.of("a", "b", "c", "d"), done.stream().sorted().toList());
  }

  @Test
  void whatAnotherIsAtWorkOnIsLeftAlone() throws IOException {
    try (ProcessLock other = ProcessLock.take(locks.resolve("a")).orElseThrow()) {
      queue(new Pieces()).run();
    }
    assertEquals(List.of("b", "c", "d"), done);
    assertTrue(errors.toString().contains("still open, 1 in all"), errors::toString);
  }

  /** Such as a search that was begun by hand. */
  @Test
  void aPieceWhoseFolderAnotherWritesToIsLeftAlone() throws IOException {
    try (ProcessLock other = FolderLock.require(folders.resolve("b"))) {
      queue(new Pieces()).run();
    }
    assertEquals(List.of("a", "c", "d"), done);
    assertTrue(errors.toString().contains("still open, 1 in all"), errors::toString);

    queue(new Pieces()).run();
    assertEquals(List.of("a", "c", "d", "b"), done);
  }

  @Test
  void aPieceIsWorkedOnWithItsFolderLocked() throws IOException {
    List<String> refused = new ArrayList<>();
    Pieces pieces =
        new Pieces() {
          @Override
          public boolean work(String piece, List<String> left) {
            refused.add(
                Thrown.message(
                    BadInputException.class, () -> FolderLock.require(folders.resolve(piece))));
            return super.work(piece, left);
          }
        };
    queue(pieces).run();
    assertEquals(4, refused.size());
    assertTrue(refused.get(2).contains(folders.resolve("c").toString()), refused.get(2));
  }

  @Test
  void whatAnotherHasJustDoneIsNotDoneAgain() throws IOException {
    Pieces pieces =
        new Pieces() {
          private boolean looked;

          @Override
          public List<String> open() {
            List<String> now = super.open();
            if (!looked) {
              open.remove("a");
            }
            looked = true;
            return now;
          }
        };
    queue(pieces).run();
    assertEquals(List.of("b", "c", "d"), done);
  }

  @Test
  void whatCannotBeDoneStaysOpenAndDoesNotStopTheRest() throws IOException {
    Pieces pieces =
        new Pieces() {
          @Override
          public boolean work(String piece, List<String> left) {
            if (piece.equals("b")) {
              throw new EngineException("no memory");
            }
            if (piece.equals("c")) {
              throw new RunFolderException("the checkpoint breaks off");
            }
            return super.work(piece, left);
          }
        };
    SharedQueue.Outcome outcome = queue(pieces).run();
    assertEquals(List.of("a", "d"), done);
    assertEquals(List.of("b", "c"), open);
    assertEquals(Set.of("b", "c"), outcome.failed());
    assertEquals(ExitCode.FAILED, outcome.exitCode());
    assertTrue(errors.toString().contains("b failed and stays open: no memory"), errors::toString);
  }

  @Test
  void whatDoesNotEndIsTheLast() throws IOException {
    Pieces pieces =
        new Pieces() {
          @Override
          public boolean work(String piece, List<String> left) {
            return !piece.equals("c") && super.work(piece, left);
          }
        };
    assertEquals(2, queue(pieces).run().ended());
    assertEquals(List.of("a", "b"), done);
    assertEquals(List.of("c", "d"), open);
  }

  private SharedQueue<String> queue(Pieces pieces) {
    return new SharedQueue<>(locks, pieces, new PrintWriter(errors, true));
  }

  /** Neither goes on before both have a piece. */
  private static void meet(CountDownLatch both) {
    both.countDown();
    try {
      both.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private class Pieces implements SharedQueue.Pieces<String> {
    @Override
    public List<String> open() {
      return List.copyOf(open);
    }

    @Override
    public String name(String piece) {
      return piece;
    }

    @Override
    public Path folder(String piece) {
      return folders.resolve(piece);
    }

    @Override
    public boolean work(String piece, List<String> left) {
      open.remove(piece);
      done.add(piece);
      return true;
    }
  }
}
