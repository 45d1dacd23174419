package org.dartboard.run;

/** Thrown where a file of the ledger is damaged; the message names file, line and expectation. */
public final class LedgerFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LedgerFormatException(String message) {
    super(message);
  }
}
