package org.dartboard.importing.pickle;

import java.io.IOException;

/** Thrown where a pickle is damaged, asks for what data do not need, or holds something else. */
public final class PickleFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  PickleFormatException(String message) {
    super(message);
  }

  PickleFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
