package org.dartboard.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * The checkout that the program belongs to: the folder with {@code reproductions/} in it.
 *
 * @param folder its absolute path
 */
record Home(Path folder) {
  /** The system property that the launcher sets. */
  static final String PROPERTY = "dartboard.home";

  /**
   * Finds the checkout: what the launcher said, else the nearest folder above the program's jar or
   * class files that has {@code reproductions/}, else the current folder.
   */
  static Home find() {
    String given = System.getProperty(PROPERTY);
    if (given != null) {
      return new Home(Path.of(given).toAbsolutePath().normalize());
    }
    Path current = Path.of("").toAbsolutePath();
    for (Path folder = program(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("reproductions"))) {
        return new Home(folder);
      }
    }
    return new Home(current);
  }

  Path reproductions() {
    return folder.resolve("reproductions");
  }

  Path reports() {
    return folder.resolve("reports");
  }

  /** The committed list of searches that claims need. */
  Path plan() {
    return reproductions().resolve("plan.csv");
  }

  /** Where searches have their folders while they run. */
  Path searches() {
    return folder.resolve("searches");
  }

  /** Where exported networks go. */
  Path exports() {
    return folder.resolve("exports");
  }

  /** Where finished searches are kept. */
  Path ledger() {
    return reports().resolve("ledger");
  }

  private static @Nullable Path program() {
    CodeSource source = Home.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return null;
    }
    try {
      return Path.of(source.getLocation().toURI()).getParent();
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
