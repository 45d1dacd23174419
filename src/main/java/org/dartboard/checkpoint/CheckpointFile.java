package org.dartboard.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.dartboard.io.AtomicFiles;
import org.dartboard.io.Digests;

/**
 * A {@link SavedState} in a file: a mark, the format's version, the length and SHA-256 of what
 * follows, then the digest of the computation's configuration and the named arrays. Numbers are
 * big-endian.
 */
final class CheckpointFile {
  private static final int VERSION = 1;
  private static final int DIGEST = 32;

  private final Path file;
  private final String kind;
  private final String configuration;
  private final byte[] mark;

  /**
   * A checkpoint's place.
   *
   * @param kind what is computed, such as {@code search}: a part of the mark and of messages
   * @param configuration digest of the computation's configuration
   */
  CheckpointFile(Path file, String kind, String configuration) {
    this.file = file;
    this.kind = kind;
    this.configuration = configuration;
    this.mark = ("DARTBOARD-" + kind.toUpperCase(Locale.ROOT)).getBytes(StandardCharsets.US_ASCII);
  }

  boolean exists() {
    return Files.exists(file);
  }

  void write(SavedState state) throws IOException {
    byte[] body = body(state);
    ByteBuffer content = ByteBuffer.allocate(headerLength() + body.length);
    content.put(mark).putInt(VERSION).putLong(body.length).put(sha256(body)).put(body);
    AtomicFiles.write(file, content.array());
  }

  /**
   * Reads the file.
   *
   * @throws RunFolderException if it is foreign, newer, truncated, damaged or another computation's
   */
  SavedState read() throws IOException {
    byte[] content = Files.readAllBytes(file);
    int headerLength = headerLength();
    if (content.length < headerLength
        || !Arrays.equals(content, 0, mark.length, mark, 0, mark.length)) {
      throw refused("is no checkpoint of a " + kind + ", or is cut off within its first bytes");
    }
    ByteBuffer header = ByteBuffer.wrap(content, mark.length, headerLength - mark.length);
    int version = header.getInt();
    if (version > VERSION) {
      throw new RunFolderException(
          "%s has format %d, newer than the %d that this program reads. Go on with the newer program"
              .formatted(file, version, VERSION));
    }
    long length = header.getLong();
    byte[] expected = new byte[DIGEST];
    header.get(expected);
    if (content.length - headerLength != length) {
      throw refused(
          "has %d bytes after its header, expected %d: it is truncated"
              .formatted(content.length - headerLength, length));
    }
    byte[] body = Arrays.copyOfRange(content, headerLength, content.length);
    if (!Arrays.equals(sha256(body), expected)) {
      throw refused("is damaged: its content does not have the SHA-256 that it names");
    }
    return state(body);
  }

  private SavedState state(byte[] body) throws IOException {
    SavedState state = new SavedState();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
      String found = in.readUTF();
      if (!found.equals(configuration)) {
        throw refused(
            "belongs to the %s with configuration %s, not to %s"
                .formatted(kind, found, configuration));
      }
      int arrays = in.readInt();
      for (int i = 0; i < arrays; i++) {
        String name = in.readUTF();
        double[] values = new double[in.readInt()];
        for (int j = 0; j < values.length; j++) {
          values[j] = in.readDouble();
        }
        state.numbers().put(name, values);
      }
      int vectors = in.readInt();
      for (int i = 0; i < vectors; i++) {
        String name = in.readUTF();
        float[] values = new float[in.readInt()];
        for (int j = 0; j < values.length; j++) {
          values[j] = in.readFloat();
        }
        state.vectors().put(name, values);
      }
    }
    return state;
  }

  private int headerLength() {
    return mark.length + Integer.BYTES + Long.BYTES + DIGEST;
  }

  private byte[] body(SavedState state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(configuration);
      out.writeInt(state.numbers().size());
      for (Map.Entry<String, double[]> entry : state.numbers().entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().length);
        for (double value : entry.getValue()) {
          out.writeDouble(value);
        }
      }
      out.writeInt(state.vectors().size());
      for (Map.Entry<String, float[]> entry : state.vectors().entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue().length);
        for (float value : entry.getValue()) {
          out.writeFloat(value);
        }
      }
    }
    return bytes.toByteArray();
  }

  private RunFolderException refused(String why) {
    return new RunFolderException(
        "%s %s. Delete the folder %s to begin again, or give another"
            .formatted(file, why, file.toAbsolutePath().getParent()));
  }

  private static byte[] sha256(byte[] content) {
    return Digests.newSha256().digest(content);
  }
}
