package org.dartboard.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dartboard.download.FetchException;
import org.dartboard.download.Fetcher;
import org.dartboard.download.PublicFile;
import org.dartboard.download.Publication;
import org.dartboard.io.DataFolders;

/** Files that are kept as they were published. */
final class PlainFiles implements DataSet {
  private final Publication publication;

  PlainFiles(Publication publication) {
    this.publication = publication;
  }

  @Override
  public String name() {
    return publication.name();
  }

  @Override
  public String title() {
    return publication.title();
  }

  @Override
  public String licence() {
    return publication.licence();
  }

  @Override
  public String home() {
    return publication.home();
  }

  @Override
  public String howToGet() {
    return "dartboard data pull " + name();
  }

  @Override
  public Optional<Publication> publication() {
    return Optional.of(publication);
  }

  @Override
  public Inspection inspect(DataFolders folders, boolean thorough) {
    List<Path> lookedFor = folders.places(name());
    Optional<Path> found = folders.lookUp(name());
    if (found.isEmpty()) {
      return Inspection.absent(lookedFor, "");
    }
    Path folder = found.get();
    for (PublicFile file : publication.files()) {
      Path place = folder.resolveSibling(file.path());
      if (!Files.isRegularFile(place)) {
        return Inspection.damaged(lookedFor, folder, place + " is not there");
      }
      if (thorough) {
        String defect = defect(file, place);
        if (!defect.isEmpty()) {
          return Inspection.damaged(lookedFor, folder, defect);
        }
      }
    }
    return Inspection.there(lookedFor, folder, "");
  }

  private static String defect(PublicFile file, Path place) {
    try {
      return Fetcher.defect(file, place);
    } catch (FetchException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Override
  public boolean isPrepared(Path root) {
    return false;
  }

  @Override
  public void prepare(Path root, boolean replace) {
    // They are used as they are.
  }
}
