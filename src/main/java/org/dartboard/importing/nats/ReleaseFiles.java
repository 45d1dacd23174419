package org.dartboard.importing.nats;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;
import org.dartboard.importing.ImportException;
import org.dartboard.space.Cell;

/** The release's records in a folder or a tar. */
final class ReleaseFiles implements NatsSource {
  private static final Pattern NAME = Pattern.compile("(\\d{6})\\.pickle\\.pbz2");
  private static final int DEPTH = 2;
  private static final int MOST_BYTES = 16 << 20;

  private final SortedMap<Integer, Opener> records;
  private final Closeable archive;

  /** Gives a record's bytes. */
  private interface Opener {
    byte[] read() throws IOException;
  }

  private ReleaseFiles(SortedMap<Integer, Opener> records, Closeable archive) {
    this.records = Collections.unmodifiableSortedMap(records);
    this.archive = archive;
  }

  /**
   * Opens a folder, or a tar that is not compressed.
   *
   * @throws ImportException if it holds no records
   */
  static ReleaseFiles open(Path place) throws IOException {
    if (!Files.exists(place)) {
      throw new ImportException(place + " does not exist");
    }
    ReleaseFiles source = Files.isDirectory(place) ? ofFolder(place) : ofTar(place);
    if (source.records.isEmpty()) {
      source.close();
      throw new ImportException(
          place
              + " holds no records such as 000000.pickle.pbz2. Name the folder or the tar of"
              + " NATS-tss-v1_0-3ffb9-simple");
    }
    return source;
  }

  private static ReleaseFiles ofFolder(Path folder) throws IOException {
    SortedMap<Integer, Opener> records = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      for (Path file : files.toList()) {
        add(records, file.getFileName().toString(), () -> Files.readAllBytes(file));
      }
    }
    return new ReleaseFiles(records, () -> {});
  }

  private static ReleaseFiles ofTar(Path file) throws IOException {
    TarFile tar;
    try {
      tar = new TarFile(file.toFile());
    } catch (IOException | IllegalArgumentException e) {
      throw new ImportException(file + " is no intact tar: " + e.getMessage(), e);
    }
    SortedMap<Integer, Opener> records = new TreeMap<>();
    for (TarArchiveEntry entry : tar.getEntries()) {
      String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
      if (entry.isFile()) {
        add(records, name, () -> read(tar, entry));
      }
    }
    return new ReleaseFiles(records, tar);
  }

  private static void add(SortedMap<Integer, Opener> records, String name, Opener opener) {
    Matcher matcher = NAME.matcher(name);
    if (matcher.matches() && Integer.parseInt(matcher.group(1)) < Cell.COUNT) {
      records.put(Integer.parseInt(matcher.group(1)), opener);
    }
  }

  /** The tar has one position, so that one thread at a time reads from it. */
  private static byte[] read(TarFile tar, TarArchiveEntry entry) throws IOException {
    synchronized (tar) {
      try (InputStream in = tar.getInputStream(entry)) {
        return in.readNBytes(MOST_BYTES);
      }
    }
  }

  @Override
  public Set<Integer> indices() {
    return records.keySet();
  }

  @Override
  public NatsRecord read(int index) throws IOException {
    Opener opener = records.get(index);
    if (opener == null) {
      throw new IllegalArgumentException("there is no record " + index);
    }
    String name = String.format("%06d.pickle.pbz2", index);
    NatsRecord record = NatsRecord.read(opener.read(), name);
    if (record.index() != index) {
      throw new ImportException(name + " is the record of architecture " + record.index());
    }
    return record;
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
