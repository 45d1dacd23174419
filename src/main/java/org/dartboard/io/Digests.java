package org.dartboard.io;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests, as lower-case hexadecimal. */
public final class Digests {
  private Digests() {}

  /** The digest of a text's UTF-8 bytes, 64 characters. */
  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The digest of bytes, 64 characters. */
  public static String sha256(byte[] content) {
    return HexFormat.of().formatHex(newSha256().digest(content));
  }

  /** A fresh digest, for content that comes in parts. */
  public static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
