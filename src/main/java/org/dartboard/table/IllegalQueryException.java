package org.dartboard.table;

/** Thrown where a query asks for what the benchmark has not; the message names what it has. */
public final class IllegalQueryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public IllegalQueryException(String message) {
    super(message);
  }
}
