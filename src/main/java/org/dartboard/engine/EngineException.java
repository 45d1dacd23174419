package org.dartboard.engine;

/** Thrown where a supernet cannot be made or evaluated; the message says why and how to go on. */
public sealed class EngineException extends RuntimeException permits DivergenceException {
  private static final long serialVersionUID = 1L;

  public EngineException(String message) {
    super(message);
  }

  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
