package org.dartboard.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.dartboard.io.AtomicFiles;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TableFormatException;
import org.dartboard.table.TablePart;

/** Puts the table's files into their folder, after its own reader has accepted them. */
public final class TableFiles {
  private TableFiles() {}

  /**
   * Writes files beside the folder, has {@link Nb201Table} compare every column with the digests
   * that ship with the program, and moves them there.
   *
   * @param replace whether a file that is already there gives way
   * @return the files that were written
   * @throws ImportException if the columns are not the benchmark's; then nothing is written
   */
  public static List<Path> write(List<TableText> files, int rows, Path folder, boolean replace)
      throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent == null) {
      throw new ImportException(folder + " is a root folder");
    }
    Files.createDirectories(parent);
    Path beside = Files.createDirectory(parent.resolve("." + UUID.randomUUID() + ".tmp"));
    try {
      Set<TablePart> parts = EnumSet.noneOf(TablePart.class);
      for (TableText file : files) {
        AtomicFiles.write(beside.resolve(name(file.part())), file.text(rows));
        parts.add(file.part());
      }
      check(beside, parts);
      List<Path> written = new ArrayList<>();
      for (TablePart part : parts) {
        if (replace || !isThere(folder, part)) {
          Path place = folder.resolve(name(part));
          AtomicFiles.write(place, Files.readAllBytes(beside.resolve(name(part))));
          Files.deleteIfExists(folder.resolve(name(part) + ".gz"));
          written.add(place);
        }
      }
      return written;
    } finally {
      delete(beside);
    }
  }

  /** Whether a part's file is there, plain or compressed. */
  public static boolean isThere(Path folder, TablePart part) {
    return Files.exists(folder.resolve(name(part)))
        || Files.exists(folder.resolve(name(part) + ".gz"));
  }

  private static void check(Path folder, Set<TablePart> parts) throws ImportException {
    try {
      Nb201Table.load(folder, parts);
    } catch (TableFormatException e) {
      throw new ImportException(
          "what was made of the files is not the benchmark's table, and was not kept:\n"
              + e.getMessage(),
          e);
    }
  }

  private static String name(TablePart part) {
    return part.stem() + ".csv";
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
    Files.delete(folder);
  }
}
