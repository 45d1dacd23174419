package org.dartboard.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dartboard.io.TextFiles;
import org.dartboard.space.IsomorphismClasses;

/**
 * The embedded table: the figures of every isomorphism class and seed, computed by Dartboard with
 * tiny networks on generated images.
 *
 * <p>It stands in where NAS-Bench-201 is missing: {@link #standIn} answers the benchmark's queries
 * with its figures and carries {@link TableSource#EMBEDDED}.
 *
 * @param folder where the files are
 * @param manifest what they are
 * @param classes the classes of all cells
 * @param seeds the figures by seed, seed 0 first
 */
public record EmbeddedTable(
    Path folder, EmbeddedManifest manifest, IsomorphismClasses classes, List<EmbeddedSeed> seeds) {
  /** The folder's name under a root of {@link org.dartboard.io.DataFolders}. */
  public static final String FOLDER = "embedded";

  public EmbeddedTable {
    seeds = List.copyOf(seeds);
  }

  /** Whether a folder holds an embedded table. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(EmbeddedManifest.FILE));
  }

  /**
   * Reads a folder and checks each file against the manifest.
   *
   * @throws EmbeddedFormatException naming every file that is missing, damaged or incomplete
   * @throws IOException if a file cannot be read
   */
  public static EmbeddedTable read(Path folder) throws IOException {
    Path file = folder.resolve(EmbeddedManifest.FILE);
    if (!Files.isRegularFile(file)) {
      throw new EmbeddedFormatException("no embedded table in " + folder + ": there is no " + file);
    }
    EmbeddedManifest manifest = EmbeddedManifest.parse(file.toString(), text(file));
    IsomorphismClasses classes = IsomorphismClasses.ofAllCells();
    List<EmbeddedSeed> seeds = new ArrayList<>();
    List<String> defects = new ArrayList<>();
    for (Map.Entry<String, String> entry : manifest.files().entrySet()) {
      Path csv = folder.resolve(entry.getKey());
      if (!Files.isRegularFile(csv)) {
        defects.add(csv + " is missing");
        continue;
      }
      String text = text(csv);
      String digest = EmbeddedManifest.digest(text);
      if (!digest.equals(entry.getValue())) {
        defects.add(
            csv + " has the SHA-256 " + digest + ", but the manifest says " + entry.getValue());
        continue;
      }
      EmbeddedSeed seed = EmbeddedSeed.parse(csv.toString(), text, classes);
      if (seed.figures().size() == classes.representatives().size()) {
        seeds.add(seed);
      } else if (seeds.isEmpty()) {
        defects.add(
            csv
                + " has "
                + seed.figures().size()
                + " of "
                + classes.representatives().size()
                + " classes: the build is not finished");
      }
    }
    if (manifest.files().isEmpty()) {
      defects.add(file + " lists no files: the build is not finished");
    }
    if (!defects.isEmpty()) {
      throw new EmbeddedFormatException(String.join("; ", defects));
    }
    return new EmbeddedTable(folder, manifest, classes, seeds);
  }

  /** The table that answers the benchmark's queries with these figures. */
  public Nb201Table standIn() {
    return new StandInColumns(this).table();
  }

  private static String text(Path file) throws IOException {
    return TextFiles.read(file);
  }
}
