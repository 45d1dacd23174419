package org.dartboard.table;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Finds a part's file in a folder and reads all of it, compressed or not. */
final class FileContent {
  private static final String PLAIN = ".csv";
  private static final String COMPRESSED = ".csv.gz";
  private static final int GZIP_MAGIC = 0x8b1f;

  private FileContent() {}

  /** The part's file, the plain one where there are both. */
  static Optional<Path> find(Path folder, TablePart part) {
    Path plain = folder.resolve(part.stem() + PLAIN);
    Path compressed = folder.resolve(part.stem() + COMPRESSED);
    if (Files.exists(plain)) {
      return Optional.of(plain);
    }
    return Files.exists(compressed) ? Optional.of(compressed) : Optional.empty();
  }

  /** The file's bytes, decompressed; empty if it cannot be read, and then there is a defect. */
  static Optional<byte[]> read(Path file, Defects defects) {
    if (Files.isDirectory(file)) {
      defects.add(Defect.ofFile("a file", "a folder"));
      return Optional.empty();
    }
    try {
      byte[] content = Files.readAllBytes(file);
      return file.toString().endsWith(COMPRESSED)
          ? decompress(content, defects)
          : plain(content, defects);
    } catch (IOException e) {
      defects.add(Defect.ofFile("a readable file", String.valueOf(e)));
      return Optional.empty();
    }
  }

  private static Optional<byte[]> plain(byte[] content, Defects defects) {
    if (content.length >= 2 && ((content[1] & 0xff) << 8 | content[0] & 0xff) == GZIP_MAGIC) {
      defects.add(Defect.ofFile("plain text", "gzip data; name the file .csv.gz"));
      return Optional.empty();
    }
    return Optional.of(content);
  }

  private static Optional<byte[]> decompress(byte[] content, Defects defects) throws IOException {
    int bufferSize = 1 << 16;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(content), bufferSize)) {
      return Optional.of(in.readAllBytes());
    } catch (EOFException e) {
      defects.add(
          Defect.ofFile(
              "complete gzip data",
              content.length + " bytes that end in the middle; the file was cut off"));
    } catch (ZipException e) {
      defects.add(Defect.ofFile("gzip data", "other or damaged data (" + e.getMessage() + ")"));
    }
    return Optional.empty();
  }
}
