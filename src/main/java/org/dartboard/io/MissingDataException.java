package org.dartboard.io;

import java.io.IOException;

/** Thrown where data are not there; the message says where they were looked for. */
public final class MissingDataException extends IOException {
  private static final long serialVersionUID = 1L;

  public MissingDataException(String message) {
    super(message);
  }
}
