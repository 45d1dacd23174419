package org.dartboard.report.data;

import java.util.List;

/** Thrown where a report cannot be read or drawn; names everything that is wrong with it. */
public final class ReportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  /** With all problems, one line each; at least one. */
  public ReportException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, one line each. */
  public List<String> problems() {
    return problems;
  }
}
