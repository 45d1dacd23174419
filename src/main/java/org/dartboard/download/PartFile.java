package org.dartboard.download;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.dartboard.download.FetchException.Remedy;
import org.dartboard.io.AtomicFiles;

/**
 * What there is so far of a file, beside its place and named {@code .part}. It outlives the
 * process, so that the next one can go on. One process at a time may hold it.
 */
final class PartFile implements AutoCloseable {
  private final Path place;
  private final Path path;
  private final FileChannel channel;

  private PartFile(Path place, Path path, FileChannel channel) {
    this.place = place;
    this.path = path;
    this.channel = channel;
  }

  /** Where the part of a file is. */
  static Path beside(Path place) {
    return place.resolveSibling(place.getFileName() + ".part");
  }

  /**
   * Opens the part of a file, empty where there was none.
   *
   * @throws FetchException if another process holds it, or this user may not write there
   */
  static PartFile open(Path place) throws FetchException {
    Path path = beside(place);
    try {
      Files.createDirectories(Objects.requireNonNull(place.toAbsolutePath().getParent()));
      FileChannel channel = FileChannel.open(path, CREATE, READ, WRITE);
      if (!lock(channel)) {
        channel.close();
        throw new FetchException(
            Remedy.GIVE_UP, path + " is being written by another process; wait for it to end");
      }
      return new PartFile(place, path, channel);
    } catch (FetchException e) {
      throw e;
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      // A file system without locks throws; then there is none, and the checksum must do.
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  long size() throws FetchException {
    try {
      return channel.size();
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  /** Forgets all beyond a size, and puts what is added next there. */
  void truncate(long size) throws FetchException {
    try {
      if (channel.size() > size) {
        channel.truncate(size);
      }
      channel.position(size);
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  void append(byte[] bytes, int count) throws FetchException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  /** The checksum of what there is so far. */
  Checksum checksum(Checksum like) throws FetchException {
    try {
      // Not by the path: where a process closes a file, POSIX lets go of its locks on it.
      return like.of(channel);
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  /** Puts the file into its place. */
  void publish() throws FetchException {
    try {
      channel.close();
      AtomicFiles.publish(path, place);
    } catch (IOException e) {
      throw unwritable(place, e);
    }
  }

  /** Removes the part. */
  void delete() throws FetchException {
    try {
      channel.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  @Override
  public void close() throws FetchException {
    try {
      channel.close();
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private static FetchException unwritable(Path path, IOException failure) {
    String reason = failure.getMessage();
    if (failure instanceof AccessDeniedException) {
      reason = "this user may not write there; name another folder with --into";
    } else if (failure instanceof FileSystemException file && file.getReason() != null) {
      reason = file.getReason();
    }
    return new FetchException(Remedy.GIVE_UP, path + " cannot be written: " + reason, failure);
  }
}
