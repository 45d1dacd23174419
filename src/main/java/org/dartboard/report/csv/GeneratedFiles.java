package org.dartboard.report.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The list of files that the last generation of the site left, so that the next one can remove
 * those that are no longer wanted, and only those.
 *
 * <p>It lies in {@code assets/files.csv}, one row a file: its path from the output folder, with
 * forward slashes, and its SHA-256 digest.
 */
public final class GeneratedFiles {
  /** Where the list lies. */
  public static final String FILE = "assets/files.csv";

  private static final List<String> HEADER = List.of("path", "sha256");

  private GeneratedFiles() {}

  /** Digest by path; empty where the site was never generated here. */
  public static Map<String, String> read(Path out) throws IOException {
    Map<String, String> digests = new LinkedHashMap<>();
    Path file = out.resolve(FILE);
    if (Files.exists(file)) {
      Problems problems = new Problems();
      SheetReader reader = new SheetReader(problems);
      for (SheetRow row : reader.rows(file, reader.bytes(file), HEADER)) {
        digests.put(row.text("path"), row.text("sha256"));
      }
      problems.throwIfAny();
    }
    return digests;
  }

  /** The list as text, in the order of the map. */
  public static String text(Map<String, String> digests) {
    List<List<String>> rows = new ArrayList<>();
    digests.forEach((path, digest) -> rows.add(List.of(path, digest)));
    return new Sheet(HEADER, rows).text();
  }
}
