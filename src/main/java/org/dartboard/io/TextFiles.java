package org.dartboard.io;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files of text. */
public final class TextFiles {
  private TextFiles() {}

  /**
   * The whole content.
   *
   * @throws NotTextException if it is no UTF-8
   */
  public static String read(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new NotTextException(file, e);
    }
  }
}
