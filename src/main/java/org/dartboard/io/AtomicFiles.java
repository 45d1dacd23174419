package org.dartboard.io;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.UUID;

/**
 * Writes files beside their place, syncs them and moves them there.
 *
 * <p>A reader sees the old content or the new, never a part. A file that already has the content is
 * left alone, so that generating the same thing twice touches nothing.
 */
public final class AtomicFiles {
  private AtomicFiles() {}

  /** Writes text as UTF-8, creating the folders above the file where they are missing. */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes, creating the folders above the file where they are missing. */
  public static void write(Path file, byte[] content) throws IOException {
    Path place = file.toAbsolutePath();
    if (Files.isRegularFile(place)
        && Files.size(place) == content.length
        && Arrays.equals(Files.readAllBytes(place), content)) {
      return;
    }
    Path beside = beside(place);
    try {
      writeAndSync(beside, content, place);
      move(beside, place);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /**
   * A path that nothing has, in the same folder as a file; the folders above it are made. Who
   * writes there removes it if {@link #publish} does not.
   */
  public static Path beside(Path file) throws IOException {
    Path place = file.toAbsolutePath();
    Path folder = place.getParent();
    if (folder == null) {
      throw new IOException(file + " is a root folder, not a file");
    }
    Files.createDirectories(folder);
    return folder.resolve("." + place.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  /**
   * Syncs a file that was written beside its place and moves it there.
   *
   * @param beside a complete file on the same file system as the place
   */
  public static void publish(Path beside, Path place) throws IOException {
    try (FileChannel channel = FileChannel.open(beside, WRITE)) {
      channel.force(true);
    }
    move(beside, place);
  }

  /**
   * @param place what messages call the file
   */
  private static void writeAndSync(Path file, byte[] content, Path place) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      // A full disk is told without any path.
      throw naming(place, e);
    }
  }

  private static FileSystemException naming(Path place, IOException failure) {
    FileSystemException named =
        new FileSystemException(place.toString(), null, failure.getMessage());
    named.initCause(failure);
    return named;
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
