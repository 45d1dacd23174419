package org.dartboard.download;

import java.io.IOException;

/** Thrown where a file could not be fetched; the message says why and how to go on. */
public final class FetchException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What another attempt may do about it. */
  enum Remedy {
    /** The same source may do better in a moment. */
    TRY_AGAIN,
    /** The source has given bytes that are wrong; what is there of the file is of no use. */
    START_ANEW,
    /** Another source may have it. */
    NEXT_SOURCE,
    /** The whole host cannot be reached; a source on another may have it. */
    NEXT_HOST,
    /** No source can help: the fault is on this machine. */
    GIVE_UP
  }

  private final Remedy remedy;

  FetchException(Remedy remedy, String message) {
    super(message);
    this.remedy = remedy;
  }

  FetchException(Remedy remedy, String message, Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
  }

  Remedy remedy() {
    return remedy;
  }

  /** The message, which is never null. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
