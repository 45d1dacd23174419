package org.dartboard.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.dartboard.io.AtomicFiles;
import org.dartboard.io.FreeSpace;

/** A {@code .tar.gz} of which some files are wanted. */
final class TarArchive {
  private TarArchive() {}

  /**
   * Takes files out of an archive. They go where the caller says, whatever path the archive gives
   * them, and nothing else is written. A file that is there already is kept if it has the archive's
   * content, and gives way if it has not.
   *
   * @param archive one that has been checked itself
   * @param sizes the files' names without folders, and how long each must be, in bytes
   * @throws ImportException if the archive lacks one, or has it in another size, or if the disk has
   *     too little space for them, in which case nothing is written
   */
  static void unpack(Path archive, Path folder, Map<String, Integer> sizes) throws IOException {
    unpack(archive, folder, sizes, FreeSpace.OF_THE_DISK);
  }

  /** As {@link #unpack(Path, Path, Map)}, to a disk with so much space. */
  static void unpack(Path archive, Path folder, Map<String, Integer> sizes, FreeSpace freeSpace)
      throws IOException {
    requireSpace(archive, folder, sizes, freeSpace);
    List<String> missing = new ArrayList<>(sizes.keySet());
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        Integer size = sizes.get(name);
        if (size == null || !entry.isFile()) {
          continue;
        }
        if (entry.getSize() != size) {
          throw new ImportException(
              archive + ": " + name + " has " + entry.getSize() + " bytes, not " + size);
        }
        missing.remove(name);
        AtomicFiles.write(folder.resolve(name), tar.readNBytes(size));
      }
    }
    if (!missing.isEmpty()) {
      throw new ImportException(archive + " lacks " + String.join(", ", missing));
    }
  }

  private static void requireSpace(
      Path archive, Path folder, Map<String, Integer> sizes, FreeSpace freeSpace)
      throws IOException {
    Files.createDirectories(folder);
    long needed = 0;
    for (Map.Entry<String, Integer> file : sizes.entrySet()) {
      if (!Files.isRegularFile(folder.resolve(file.getKey()))) {
        needed += file.getValue();
      }
    }
    Optional<String> shortage =
        freeSpace.shortage(folder, "what " + archive.getFileName() + " holds", needed);
    if (shortage.isPresent()) {
      throw new ImportException(shortage.get());
    }
  }
}
