package org.dartboard.search.supernet;

/** Thrown where a search's folder cannot be used; the message says why and how to go on. */
public final class SearchFolderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SearchFolderException(String message) {
    super(message);
  }
}
