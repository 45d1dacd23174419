package org.dartboard.cli;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.dartboard.data.Cifar10;
import org.dartboard.io.DataFolders;
import org.dartboard.io.MissingDataException;

/** CIFAR-10 for work in which generated images cannot take its place. */
final class RealImages {
  /** Why what a claim counts is made of the published images alone. */
  static final String FOR_CLAIMS =
      "Claims compare with figures of CIFAR-10, so the generated images that 'search' and 'train'"
          + " fall back on serve for none";

  private RealImages() {}

  /**
   * The folder of CIFAR-10.
   *
   * @param why a sentence on why nothing can stand in for it, without its full stop
   * @throws MissingDataException if no root has it; the message says how to get it
   */
  static Path require(DataFolders folders, String why) throws MissingDataException {
    return folders.lookUp(Cifar10.FOLDER).orElseThrow(() -> missing(folders, why));
  }

  private static MissingDataException missing(DataFolders folders, String why) {
    return new MissingDataException(
        ("CIFAR-10 is not there; looked for %s. %s. 'scripts/dartboard data pull' downloads it; or"
                + " set %s to the folder that holds %s")
            .formatted(
                folders.places(Cifar10.FOLDER).stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(", ")),
                why,
                DataFolders.VARIABLE,
                Cifar10.FOLDER));
  }
}
