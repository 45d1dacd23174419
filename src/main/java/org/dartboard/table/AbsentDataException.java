package org.dartboard.table;

/** Thrown where a query needs a file or column that the data folder lacks; the message names it. */
public final class AbsentDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AbsentDataException(String message) {
    super(message);
  }
}
