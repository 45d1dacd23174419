package org.dartboard.engine.onednn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dartboard.engine.Agreement;
import org.dartboard.engine.EngineDescription;
import org.dartboard.engine.EngineException;
import org.dartboard.engine.Precision;
import org.dartboard.engine.RandomCase;

/**
 * A program that compares the engine with the reference in whatever environment it was started, and
 * prints how many threads have computed, how many the engine says, and its instruction set. How
 * many cases it compares is the system property {@code cases}.
 */
final class OtherEnvironment {
  private static final String NAME = "computing";
  private static final int CASES = Integer.getInteger("cases", 1);

  private OtherEnvironment() {}

  public static void main(String[] arguments) throws InterruptedException {
    // OpenMP's threads take over the name of the one that starts them.
    Thread thread = new Thread(OtherEnvironment::compare, NAME);
    thread.setUncaughtExceptionHandler(
        (failed, error) -> {
          error.printStackTrace();
          System.exit(1);
        });
    thread.start();
    thread.join();
  }

  private static void compare() {
    EngineDescription description = null;
    for (int seed = 1; seed <= CASES; seed++) {
      RandomCase call = RandomCase.of(seed);
      try (OneDnnSupernet supernet = new OneDnnSupernet(call.spec(), call.batch().capacity())) {
        Agreement.assertAgrees(supernet, call, 0x1p-24);
        description = supernet.description();
      }
    }
    if (description != null) {
      compareBf16();
      System.out.println(
          threadsOfThatName() + " " + description.threads() + " " + description.instructionSet());
    }
  }

  /** Either the engine computes in bf16, or it says why it cannot. */
  private static void compareBf16() {
    RandomCase call = RandomCase.of(9);
    try (OneDnnSupernet supernet =
        new OneDnnSupernet(call.spec(), call.batch().capacity(), Precision.BF16)) {
      Agreement.assertAgrees(supernet, call, Precision.BF16);
    } catch (EngineException e) {
      if (InstructionSet.effective().supports(Precision.BF16)
          || !String.valueOf(e.getMessage()).contains("needs AVX-512")) {
        throw e;
      }
    }
  }

  private static long threadsOfThatName() {
    try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
      List<Path> names = tasks.map(task -> task.resolve("comm")).toList();
      long count = 0;
      for (Path name : names) {
        count += Files.readString(name).strip().equals(NAME) ? 1 : 0;
      }
      return count;
    } catch (IOException e) {
      return -1;
    }
  }
}
