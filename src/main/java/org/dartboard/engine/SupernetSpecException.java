package org.dartboard.engine;

import java.util.List;

/**
 * Thrown where no engine could make the network that is described; the message names all of why.
 */
public final class SupernetSpecException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  SupernetSpecException(List<String> defects) {
    super("no such supernet: " + String.join("; ", defects));
  }
}
