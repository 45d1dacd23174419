package org.dartboard.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dartboard.download.Publication;
import org.dartboard.io.DataFolders;

/** Data that others published and the program uses. */
public interface DataSet {
  /** What a user types, such as {@code cifar-10}. */
  String name();

  /** One line. */
  String title();

  String licence();

  /** The page of those who published it. */
  String home();

  /** How a user gets it, as a command or in a sentence. */
  String howToGet();

  /** What can be fetched; empty where a user must do that by other means. */
  Optional<Publication> publication();

  /**
   * Looks whether it is there.
   *
   * @param thorough whether to read and check all of it, which may take a minute
   */
  Inspection inspect(DataFolders folders, boolean thorough);

  /**
   * Whether a root has every file that {@link #prepare} makes, so that nothing need be fetched.
   * Whether they are right {@link #inspect} says.
   */
  boolean isPrepared(Path root);

  /**
   * Makes of the fetched files what the program reads, and checks what it keeps of what is there.
   *
   * @param root where the files are
   * @param replace whether files that are there already give way
   * @throws IOException if the files are not what they should be, or the disk fails
   */
  void prepare(Path root, boolean replace) throws IOException;
}
