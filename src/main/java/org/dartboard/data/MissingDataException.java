package org.dartboard.data;

/** Thrown where data is not there at all; the message says how to get it. */
public final class MissingDataException extends DataException {
  private static final long serialVersionUID = 1L;

  public MissingDataException(String message) {
    super(message);
  }
}
