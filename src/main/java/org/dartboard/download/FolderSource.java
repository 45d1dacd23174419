package org.dartboard.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.dartboard.download.FetchException.Remedy;

/** Files of this machine, such as a mirror that was carried here on a disk. */
final class FolderSource implements Source {
  @Override
  public Content open(URI uri, long from) throws FetchException {
    Path file = Path.of(uri);
    try {
      InputStream body = Files.newInputStream(file);
      body.skipNBytes(from);
      return new Content(from, body);
    } catch (NoSuchFileException e) {
      throw new FetchException(Remedy.NEXT_SOURCE, file + " does not exist", e);
    } catch (IOException e) {
      throw new FetchException(Remedy.START_ANEW, file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
