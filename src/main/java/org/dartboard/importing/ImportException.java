package org.dartboard.importing;

import java.io.IOException;
import java.util.List;

/** Thrown where files are not what they should be; the message names every defect. */
public final class ImportException extends IOException {
  private static final long serialVersionUID = 1L;

  public ImportException(String message) {
    super(message);
  }

  public ImportException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Several defects, each on its line. */
  public ImportException(List<String> defects) {
    super(String.join("\n", defects));
  }
}
