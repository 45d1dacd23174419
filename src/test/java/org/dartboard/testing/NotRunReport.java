package org.dartboard.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints, after the last test, how many tests did not run and why.
 *
 * <p>Tests that need data or a browser give their reason through an assumption. This listener makes
 * sure that nobody takes such a build for a complete one.
 */
public final class NotRunReport implements TestExecutionListener {
  private final SortedMap<String, List<String>> byReason = new TreeMap<>();
  private int ran;

  @Override
  public synchronized void executionSkipped(TestIdentifier test, String reason) {
    note(test, reason);
  }

  @Override
  public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
      note(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
    } else if (test.isTest()) {
      ran++;
    }
  }

  @Override
  public synchronized void testPlanExecutionFinished(TestPlan plan) {
    int notRun = byReason.values().stream().mapToInt(List::size).sum();
    System.out.printf("%n%d tests ran, %d tests or test classes did not run%n", ran, notRun);
    byReason.forEach(
        (reason, tests) -> {
          System.out.printf("  %d not run: %s%n", tests.size(), reason);
          tests.forEach(test -> System.out.printf("    %s%n", test));
        });
  }

  private void note(TestIdentifier test, String reason) {
    String shortReason = reason.replace("Assumption failed: ", "");
    byReason.computeIfAbsent(shortReason, key -> new ArrayList<>()).add(name(test));
  }

  private static String name(TestIdentifier test) {
    return test.getSource()
        .map(source -> source.toString().replaceAll(".*className = '([^']*)'.*", "$1"))
        .map(type -> type.substring(type.lastIndexOf('.') + 1) + ": " + test.getDisplayName())
        .orElse(test.getDisplayName());
  }
}
