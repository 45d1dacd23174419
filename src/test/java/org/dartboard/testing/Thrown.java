package org.dartboard.testing;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** What tests ask of a failure that must happen. */
public final class Thrown {
  private Thrown() {}

  /** Runs code that must throw, and gives the message. */
  public static String message(Class<? extends Throwable> type, Executable code) {
    return String.valueOf(Assertions.assertThrows(type, code).getMessage());
  }
}
