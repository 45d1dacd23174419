package org.dartboard.download;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dartboard.download.FetchException.Remedy;
import org.dartboard.io.FreeSpace;

/**
 * Brings published files into their places, one at a time.
 *
 * <p>A file's sources are asked in turn. A source that breaks off is asked again, from where it
 * stopped; one that gives wrong bytes is asked once more for the whole file. Nothing stands under
 * the file's own name before its size and checksum are right, and nothing that stands there is
 * overwritten unless the caller says so.
 */
public final class Fetcher implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int ATTEMPTS = 3;

  private final Source http;
  private final Source folder = new FolderSource();
  private final StallGuard guard;
  private final Duration pause;
  private final FreeSpace freeSpace;
  private final Progress progress;

  /** Hosts that are not asked again: a list of files would wait for them once a file. */
  private final Set<String> unreachable = new HashSet<>();

  private Fetcher(
      Source http, Duration patience, Duration pause, FreeSpace freeSpace, Progress progress) {
    this.http = http;
    this.guard = new StallGuard(patience);
    this.pause = pause;
    this.freeSpace = freeSpace;
    this.progress = progress;
  }

  /** Fetches over the network as the environment's and Java's proxy settings say. */
  public static Fetcher create(Map<String, String> environment, Progress progress) {
    return create(
        environment,
        Duration.ofSeconds(30),
        Duration.ofSeconds(2),
        FreeSpace.OF_THE_DISK,
        progress);
  }

  /**
   * @param patience how long a source may be silent
   * @param pause how long to wait before a source is asked again
   */
  static Fetcher create(
      Map<String, String> environment,
      Duration patience,
      Duration pause,
      FreeSpace freeSpace,
      Progress progress) {
    EnvironmentProxies proxies = EnvironmentProxies.of(environment, System.getProperties());
    return new Fetcher(new HttpSource(proxies, patience), patience, pause, freeSpace, progress);
  }

  /**
   * Brings a file into its place below a root, or finds it there.
   *
   * @param replace whether another file of that name may be overwritten
   * @throws FetchException if no source gave it; the message names each and what was wrong
   */
  public void fetch(PublicFile file, Path root, boolean replace)
      throws FetchException, InterruptedException {
    Path place = file.in(root);
    if (Files.exists(place)) {
      String defect = defect(file, place);
      if (defect.isEmpty()) {
        return;
      }
      if (!replace) {
        throw new FetchException(
            Remedy.GIVE_UP,
            defect + ". It was left alone; move it away, or let it be overwritten with --replace");
      }
    }
    try (PartFile part = PartFile.open(place)) {
      requireSpace(file, place, part.size());
      progress.starts(file, part.size());
      try {
        fromAnySource(file, part);
      } finally {
        progress.ends();
      }
    }
  }

  /**
   * What is wrong with a file that should be a published one.
   *
   * @return empty if nothing is
   */
  public static String defect(PublicFile file, Path place) throws FetchException {
    try {
      if (!Files.isRegularFile(place)) {
        return place + " is not a file";
      }
      long size = Files.size(place);
      if (size != file.bytes()) {
        return place + " has " + size + " bytes; the published file has " + file.bytes();
      }
      Checksum actual = file.checksum().of(place);
      return actual.equals(file.checksum())
          ? ""
          : place + " has the checksum " + actual + "; the published file has " + file.checksum();
    } catch (IOException e) {
      throw new FetchException(Remedy.GIVE_UP, place + " cannot be read: " + e.getMessage(), e);
    }
  }

  private void requireSpace(PublicFile file, Path place, long there) throws FetchException {
    Path folder = Objects.requireNonNull(place.toAbsolutePath().getParent());
    Optional<String> shortage;
    try {
      shortage =
          freeSpace.shortage(folder, String.valueOf(place.getFileName()), file.bytes() - there);
    } catch (IOException e) {
      throw new FetchException(Remedy.GIVE_UP, folder + ": " + e.getMessage(), e);
    }
    if (shortage.isPresent()) {
      throw new FetchException(Remedy.GIVE_UP, shortage.get());
    }
  }

  private void fromAnySource(PublicFile file, PartFile part)
      throws FetchException, InterruptedException {
    List<String> reasons = new ArrayList<>();
    for (URI source : file.sources()) {
      String host = Objects.requireNonNullElse(source.getHost(), "");
      if (unreachable.contains(host)) {
        reasons.add(host + " cannot be reached, as before");
        continue;
      }
      try {
        fromSource(file, source, part);
        return;
      } catch (FetchException e) {
        if (e.remedy() == Remedy.GIVE_UP) {
          throw e;
        }
        if (e.remedy() == Remedy.NEXT_HOST) {
          unreachable.add(host);
        }
        reasons.add(e.reason());
      }
    }
    throw new FetchException(Remedy.GIVE_UP, String.join("\n  ", reasons));
  }

  private void fromSource(PublicFile file, URI source, PartFile part)
      throws FetchException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      long before = part.size();
      try {
        attempt(file, source, part);
        return;
      } catch (FetchException e) {
        boolean startedAnew = e.remedy() == Remedy.START_ANEW;
        if (startedAnew) {
          part.truncate(0);
        }
        boolean again =
            startedAnew ? before > 0 : e.remedy() == Remedy.TRY_AGAIN && attempt < ATTEMPTS;
        if (!again || attempt >= ATTEMPTS) {
          throw e;
        }
        progress.problem(e.reason() + "; trying again");
        Thread.sleep(pause.toMillis());
      }
    }
  }

  private void attempt(PublicFile file, URI source, PartFile part)
      throws FetchException, InterruptedException {
    if (part.size() > file.bytes()) {
      part.truncate(0);
    }
    if (part.size() < file.bytes() || file.bytes() == 0) {
      receive(file, source, part);
    }
    Checksum actual = part.checksum(file.checksum());
    if (!actual.equals(file.checksum())) {
      throw new FetchException(
          Remedy.START_ANEW,
          source
              + " gave other content: its checksum is "
              + actual
              + ", the published file's is "
              + file.checksum());
    }
    part.publish();
  }

  private void receive(PublicFile file, URI source, PartFile part)
      throws FetchException, InterruptedException {
    Source opener = "file".equals(source.getScheme()) ? folder : http;
    try (Content content = opener.open(source, part.size())) {
      part.truncate(content.from());
      copy(file, source, content, part);
    } catch (FetchException e) {
      throw e;
    } catch (IOException e) {
      throw new FetchException(Remedy.TRY_AGAIN, source + ": " + e.getMessage(), e);
    }
  }

  private void copy(PublicFile file, URI source, Content content, PartFile part)
      throws FetchException, InterruptedException {
    byte[] buffer = new byte[BUFFER];
    long there = content.from();
    while (true) {
      int read;
      try {
        read = guard.read(content.body(), buffer);
      } catch (FetchException e) {
        throw new FetchException(e.remedy(), source + ": " + e.reason() + " at byte " + there, e);
      }
      if (read < 0) {
        break;
      }
      if (there + read > file.bytes()) {
        throw new FetchException(
            Remedy.START_ANEW,
            source + " gave another file: it is longer than the published " + file.bytes());
      }
      part.append(buffer, read);
      there += read;
      progress.at(there);
    }
    if (there < file.bytes()) {
      throw new FetchException(
          Remedy.TRY_AGAIN, source + " ended after " + there + " of " + file.bytes() + " bytes");
    }
  }

  @Override
  public void close() {
    guard.close();
  }
}
