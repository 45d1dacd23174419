package org.dartboard.importing;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dartboard.download.FetchException;
import org.dartboard.download.Fetcher;
import org.dartboard.download.Mirror;
import org.dartboard.download.PublicFile;
import org.dartboard.download.Publication;
import org.dartboard.io.DataFolders;

/**
 * Fetches data sets and makes of them what the program reads. What fails does not keep the others
 * from being fetched; all failures are told at the end.
 */
public final class Pull {
  /** How to go on where files are not what they should be. */
  static final String LEFT_ALONE =
      "What is there was left alone; move it away, or let it be overwritten with --replace";

  private final Fetcher fetcher;
  private final Path root;
  private final Optional<Mirror> mirror;
  private final boolean replace;
  private final Observer observer;

  /** Is told what is done. */
  public interface Observer {
    /** There is nothing to do. */
    void isThere(DataSet data, Path root);

    /** The files are there and are being read. */
    void prepares(DataSet data);

    /** All is done. */
    void finished(DataSet data, Path root);
  }

  /**
   * @param root the data root that everything goes below
   * @param mirror asked instead of the public sources
   * @param replace whether files that are there already give way
   */
  public Pull(
      Fetcher fetcher, Path root, Optional<Mirror> mirror, boolean replace, Observer observer) {
    this.fetcher = fetcher;
    this.root = root;
    this.mirror = mirror;
    this.replace = replace;
    this.observer = observer;
  }

  /**
   * Fetches and makes.
   *
   * @return what went wrong, each with the file's name; empty if nothing did
   */
  public List<String> run(List<DataSet> sets) throws InterruptedException {
    List<String> problems = new ArrayList<>();
    for (DataSet data : sets) {
      if (data.publication().isEmpty()) {
        problems.add(data.name() + " cannot be fetched from here: " + data.howToGet());
      } else if (!replace && data.isPrepared(root)) {
        check(data, problems);
      } else {
        run(data, data.publication().get(), problems);
      }
    }
    return problems;
  }

  /** Files of the right names may be cut short or be others. */
  private void check(DataSet data, List<String> problems) {
    observer.prepares(data);
    Inspection found = data.inspect(DataFolders.only(root), true);
    if (found.condition() == Inspection.Condition.THERE) {
      observer.isThere(data, root);
    } else {
      problems.add(data.name() + ": " + found.note() + "\n  " + LEFT_ALONE);
    }
  }

  private void run(DataSet data, Publication publication, List<String> problems)
      throws InterruptedException {
    int before = problems.size();
    for (PublicFile file : publication.files()) {
      try {
        fetcher.fetch(mirror.map(each -> each.redirect(file)).orElse(file), root, replace);
      } catch (FetchException e) {
        problems.add(file.path() + ": " + e.getMessage());
      }
    }
    if (problems.size() > before) {
      return;
    }
    observer.prepares(data);
    try {
      data.prepare(root, replace);
      observer.finished(data, root);
    } catch (FileSystemException e) {
      problems.add(
          data.name()
              + ": "
              + e.getMessage()
              + ". Make room, see to it that this user may write there, or name another folder with"
              + " --into");
    } catch (IOException e) {
      problems.add(data.name() + ": " + e.getMessage());
    }
  }
}
