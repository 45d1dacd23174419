package org.dartboard.search.method;

/** Thrown where a text was meant to name a search method and does not. */
public final class UnknownMethodException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public UnknownMethodException(String message) {
    super(message);
  }
}
