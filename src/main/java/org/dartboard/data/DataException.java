package org.dartboard.data;

import java.io.IOException;

/** Thrown where data is missing or is not what it should be; the message says how to go on. */
public class DataException extends IOException {
  private static final long serialVersionUID = 1L;

  public DataException(String message) {
    super(message);
  }

  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
