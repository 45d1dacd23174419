package org.dartboard.table;

/** Thrown where no table is found; the message says where it was looked for and how to get one. */
public final class TableMissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TableMissingException(String message) {
    super(message);
  }
}
