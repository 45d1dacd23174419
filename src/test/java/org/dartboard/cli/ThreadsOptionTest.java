package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ThreadsOptionTest {
  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "3", "999"})
  void numbersThatCannotBeAreRefusedBeforeAnythingIsLoaded(String number) {
    assertEquals(
        "--threads is " + number + ", not 1 to 2, the number of cores",
        Thrown.message(BadInputException.class, () -> option(number).check(number, 2)));
  }

  @Test
  void whatTheLauncherHasSetIsTaken() {
    assertDoesNotThrow(() -> option("2").check("2", 2));
    assertDoesNotThrow(() -> option("01").check("01", 2));
    assertDoesNotThrow(() -> option(null).check(null, 2));
  }

  @Test
  void withoutTheLauncherItIsSaidHow() {
    for (String loaded : new String[] {null, "1", "12"}) {
      assertTrue(
          Thrown.message(BadInputException.class, () -> option("2").check(loaded, 2))
              .endsWith("without the launcher set OMP_NUM_THREADS=2"));
    }
  }

  private static ThreadsOption option(String number) {
    ThreadsOption option = new ThreadsOption();
    CommandLine line = new CommandLine(CommandLine.Model.CommandSpec.create());
    line.getCommandSpec()
        .addMixin("threads", CommandLine.Model.CommandSpec.forAnnotatedObject(option));
    line.parseArgs(number == null ? new String[0] : new String[] {"--threads", number});
    return option;
  }
}
