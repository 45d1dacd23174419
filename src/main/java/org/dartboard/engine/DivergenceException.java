package org.dartboard.engine;

/**
 * Thrown where what a search or a training has computed is no longer finite: a result of its
 * settings and its seed, and so the same whenever it is repeated, unlike other failures.
 */
public final class DivergenceException extends EngineException {
  private static final long serialVersionUID = 1L;

  public DivergenceException(String message) {
    super(message);
  }
}
