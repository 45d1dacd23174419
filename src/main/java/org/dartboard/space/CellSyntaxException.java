package org.dartboard.space;

/** Thrown where a text was meant to name a cell and does not; the message says what is wrong. */
public final class CellSyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public CellSyntaxException(String message) {
    super(message);
  }
}
