package org.dartboard.cli;

/** Thrown by a command whose arguments cannot be used; the message says why and how to go on. */
final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadInputException(String message) {
    super(message);
  }
}
