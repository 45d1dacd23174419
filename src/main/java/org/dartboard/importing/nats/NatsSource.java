package org.dartboard.importing.nats;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.dartboard.importing.ImportException;

/** The release's records, wherever they are. Threads may read at the same time. */
interface NatsSource extends Closeable {
  /**
   * Opens a folder, or a tar that is not compressed.
   *
   * @throws ImportException if it holds no records
   */
  static NatsSource open(Path place) throws IOException {
    return ReleaseFiles.open(place);
  }

  /** Which architectures there are, ascending. */
  Set<Integer> indices();

  /** A record; there must be one. */
  NatsRecord read(int index) throws IOException;
}
