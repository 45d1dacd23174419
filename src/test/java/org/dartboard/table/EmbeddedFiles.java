package org.dartboard.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.dartboard.space.Cell;
import org.dartboard.space.IsomorphismClasses;

/** An embedded table of the real form with made-up figures. */
public final class EmbeddedFiles {
  private EmbeddedFiles() {}

  /** Writes a complete table of some seeds. */
  public static void write(Path folder, int seeds) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    IsomorphismClasses classes = IsomorphismClasses.ofAllCells();
    Files.createDirectories(folder);
    for (int seed = 0; seed < seeds; seed++) {
      Map<Cell, EmbeddedFigures> figures = new LinkedHashMap<>();
      for (Cell cell : classes.representatives()) {
        figures.put(cell, figures(cell, seed));
      }
      String text = new EmbeddedSeed(figures).text();
      Files.writeString(folder.resolve(EmbeddedSeed.fileName(seed)), text);
      digests.put(EmbeddedSeed.fileName(seed), EmbeddedManifest.digest(text));
    }
    Files.writeString(
        folder.resolve(EmbeddedManifest.FILE),
        new EmbeddedManifest(Map.of("width", "8"), Map.of("program", "test"), digests).text());
  }

  /** The made-up figures of a class. */
  static EmbeddedFigures figures(Cell representative, int seed) {
    double base = representative.ordinal() / (double) Cell.COUNT * 60;
    return new EmbeddedFigures(base, base + 1 + seed, base + 10 + seed, base + 12 + 3 * seed);
  }
}
