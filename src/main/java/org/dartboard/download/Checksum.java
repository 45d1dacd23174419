package org.dartboard.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The checksum that a file was published with.
 *
 * @param algorithm such as {@code SHA-256}; {@code MD5} where the publisher gives no other
 * @param value lower-case hexadecimal
 */
public record Checksum(String algorithm, String value) {
  private static final int BUFFER = 1 << 16;

  public Checksum {
    int length = HexFormat.of().parseHex(value).length;
    if (newDigest(algorithm).getDigestLength() != length) {
      throw new IllegalArgumentException(length + " bytes are no " + algorithm + " checksum");
    }
  }

  /** The checksum of a file by the same algorithm. */
  public Checksum of(Path file) throws IOException {
    MessageDigest digest = newDigest(algorithm);
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()));
  }

  /**
   * The checksum, by the same algorithm, of all that is in a file that is open for reading. The
   * channel's position stays where it is.
   */
  Checksum of(FileChannel channel) throws IOException {
    MessageDigest digest = newDigest(algorithm);
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    long position = 0;
    for (int read = channel.read(buffer, position);
        read >= 0;
        read = channel.read(buffer, position)) {
      position += read;
      digest.update(buffer.flip());
      buffer.clear();
    }
    return new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest newDigest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException("there is no checksum " + algorithm, e);
    }
  }

  @Override
  public String toString() {
    return algorithm + " " + value;
  }
}
