package org.dartboard.io;

import java.io.IOException;
import java.nio.file.Path;

/** A file that should hold text holds bytes that are no UTF-8. */
public final class NotTextException extends IOException {
  private static final long serialVersionUID = 1L;

  NotTextException(Path file, IOException cause) {
    super(
        file
            + ": expected text in UTF-8, found bytes that are not. Restore it from a copy, or"
            + " delete it and make it again",
        cause);
  }
}
