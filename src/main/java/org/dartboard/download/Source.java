package org.dartboard.download;

import java.net.URI;

/** Opens what a URI names. */
interface Source {
  /**
   * Opens the file at a position.
   *
   * @param from the first byte that is wanted; a source that cannot skip gives all
   * @throws FetchException if the file is not to be had there
   */
  Content open(URI uri, long from) throws FetchException, InterruptedException;
}
