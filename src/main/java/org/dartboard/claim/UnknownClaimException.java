package org.dartboard.claim;

/** Thrown where a name stands for no claim; the message names those that are nearest. */
public final class UnknownClaimException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnknownClaimException(String message) {
    super(message);
  }
}
