package org.dartboard.table;

/** A file of the embedded table is damaged, incomplete or of another release. */
public final class EmbeddedFormatException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public EmbeddedFormatException(String message) {
    super(message);
  }
}
