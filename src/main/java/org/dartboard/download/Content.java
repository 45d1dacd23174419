package org.dartboard.download;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file's bytes as a source gives them.
 *
 * @param from the position of the first byte in the file: what was asked for, or 0 from a source
 *     that can only give the whole
 * @param body the bytes from there to the end
 */
record Content(long from, InputStream body) implements AutoCloseable {
  @Override
  public void close() throws IOException {
    body.close();
  }
}
