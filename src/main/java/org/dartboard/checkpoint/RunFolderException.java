package org.dartboard.checkpoint;

/** Thrown where a computation's folder cannot be used; the message says why and how to go on. */
public final class RunFolderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RunFolderException(String message) {
    super(message);
  }
}
