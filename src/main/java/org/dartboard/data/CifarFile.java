package org.dartboard.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dartboard.io.Digests;
import org.tukaani.xz.XZInputStream;

/**
 * One file of a CIFAR-10 release in the binary layout: records of a label byte and 3,072 pixels.
 *
 * @param name such as {@code data_batch_1.bin}; on disk it may have {@code .xz} added
 * @param images how many records it holds
 * @param sha256 the digest of the unpacked file
 */
record CifarFile(String name, int images, String sha256) {
  static final int SIDE = 32;
  static final int PIXELS = ImageSet.CHANNELS * SIDE * SIDE;
  static final int RECORD = 1 + PIXELS;

  /**
   * The unpacked bytes, {@code images} times {@link #RECORD}.
   *
   * @throws DataException if the file is missing, cannot be unpacked, or has another digest
   */
  byte[] read(Path folder) throws DataException {
    Path file = locate(folder);
    // One byte more than is right, so that a file that is too long is seen without reading it all.
    byte[] content = unpack(file, images * RECORD + 1);
    if (content.length != images * RECORD) {
      throw new DataException(
          file
              + " holds "
              + content.length
              + " bytes unpacked, not "
              + images * RECORD
              + " ("
              + images
              + " records of "
              + RECORD
              + "); it is truncated or no CIFAR-10 binary file. Fetch it again");
    }
    String actual = Digests.sha256(content);
    if (!actual.equals(sha256)) {
      throw new DataException(
          file
              + " is damaged or foreign: its unpacked SHA-256 is "
              + actual
              + ", the official file's is "
              + sha256
              + ". Fetch it again");
    }
    return content;
  }

  /**
   * The unpacked bytes of the first images alone, much sooner than all. Nothing tells whether they
   * are the official ones: the digest is one of the whole file.
   *
   * @param count 1 to {@code images}
   * @throws DataException if the file is missing, cannot be unpacked, or holds fewer
   */
  byte[] readHead(Path folder, int count) throws DataException {
    Path file = locate(folder);
    byte[] content = unpack(file, count * RECORD);
    if (content.length != count * RECORD) {
      throw new DataException(
          file
              + " holds "
              + content.length
              + " bytes unpacked, not "
              + count * RECORD
              + " or more");
    }
    return content;
  }

  private Path locate(Path folder) throws DataException {
    Path plain = folder.resolve(name);
    Path packed = folder.resolve(name + ".xz");
    return Optional.of(plain)
        .filter(Files::isRegularFile)
        .or(() -> Optional.of(packed).filter(Files::isRegularFile))
        .orElseThrow(
            () ->
                new DataException("neither " + plain + " nor " + packed.getFileName() + " exists"));
  }

  private static byte[] unpack(Path file, int limit) throws DataException {
    try (InputStream input = new BufferedInputStream(Files.newInputStream(file));
        InputStream content = file.toString().endsWith(".xz") ? new XZInputStream(input) : input) {
      return content.readNBytes(limit);
    } catch (IOException e) {
      throw new DataException(file + " cannot be read: " + e + ". Fetch it again", e);
    }
  }
}
