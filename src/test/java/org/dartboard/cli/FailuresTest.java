package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {
  @Test
  void aCommandThatMemoryDoesNotSufficeForEndsWithAMessage() {
    StringWriter err = new StringWriter();
    CommandLine commandLine =
        new CommandLine(new Hungry())
            .setErr(new PrintWriter(err, true))
            .setExecutionStrategy(Failures::execute);

    assertEquals(ExitCode.FAILED, commandLine.execute());
    assertTrue(err.toString().contains("memory does not suffice"), err::toString);
    assertTrue(err.toString().contains("-Xmx"), err::toString);
    assertFalse(err.toString().contains("\tat "), err::toString);
  }

  @Command(name = "hungry")
  private static final class Hungry implements Callable<Integer> {
    @Override
    public Integer call() {
      return new long[Integer.MAX_VALUE].length;
    }
  }
}
