package org.dartboard.report.site;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dartboard.io.Digests;

/** Removes what an earlier generation left and the present one does not want. */
final class StaleFiles {
  /** The only names that the site ever gives to files of claims, papers and studies. */
  private static final Pattern OF_A_CLAIM =
      Pattern.compile(
          "(claims/[a-z0-9][a-z0-9.-]*|papers|studies)/[a-z0-9][a-z0-9.-]*/"
              + "(index\\.html|[a-z0-9][a-z0-9.-]*\\.(svg|png))");

  private StaleFiles() {}

  /**
   * Removes files that the earlier generation listed, that are still as it wrote them, and that are
   * not wanted any more; then the claim's and paper's folders where that leaves them empty.
   */
  static void remove(Path out, Map<String, String> before, Set<String> wanted) throws IOException {
    for (Map.Entry<String, String> file : before.entrySet()) {
      Path place = out.resolve(file.getKey());
      if (!wanted.contains(file.getKey())
          && OF_A_CLAIM.matcher(file.getKey()).matches()
          && Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
          && Digests.sha256(Files.readAllBytes(place)).equals(file.getValue())) {
        Files.delete(place);
        removeIfEmpty(place.resolveSibling(".").normalize());
        removeIfEmpty(place.resolveSibling("..").normalize());
      }
    }
  }

  private static void removeIfEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // Somebody else's files live there; the folder stays.
    }
  }
}
