package org.dartboard.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dartboard.download.Publication;
import org.dartboard.importing.copies.PublicCopies;
import org.dartboard.io.DataFolders;
import org.dartboard.space.Cell;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TableFormatException;
import org.dartboard.table.TableLocation;
import org.dartboard.table.TableMissingException;
import org.dartboard.table.TablePart;

/** NAS-Bench-201's tables, made of public copies of its figures. */
final class BenchmarkTables implements DataSet {
  /** What the copies hold, and all that the claims need. */
  private static final EnumSet<TablePart> MADE =
      EnumSet.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES, TablePart.SEEDS, TablePart.COSTS);

  private final Publication copies;

  BenchmarkTables(Publication copies) {
    this.copies = copies;
  }

  @Override
  public String name() {
    return copies.name();
  }

  @Override
  public String title() {
    return copies.title();
  }

  @Override
  public String licence() {
    return copies.licence();
  }

  @Override
  public String home() {
    return copies.home();
  }

  @Override
  public String howToGet() {
    return "dartboard data pull " + name();
  }

  @Override
  public Optional<Publication> publication() {
    return Optional.of(copies);
  }

  @Override
  public Inspection inspect(DataFolders folders, boolean thorough) {
    List<Path> lookedFor = TableLocation.places(folders);
    Path folder;
    try {
      folder = TableLocation.find(folders);
    } catch (TableMissingException e) {
      return Inspection.absent(lookedFor, "");
    }
    if (thorough) {
      try {
        Nb201Table.load(folder, TablePart.all());
      } catch (TableFormatException e) {
        return Inspection.damaged(lookedFor, folder, String.valueOf(e.getMessage()));
      }
    }
    return Inspection.there(lookedFor, folder, absentParts(folder));
  }

  private static String absentParts(Path folder) {
    String parts =
        Arrays.stream(TablePart.values())
            .filter(part -> !TableFiles.isThere(folder, part))
            .map(TablePart::stem)
            .collect(Collectors.joining(", "));
    return parts.isEmpty() ? "" : "without " + parts;
  }

  @Override
  public boolean isPrepared(Path root) {
    // The copies hold the split of CIFAR-10's training images too, so they are always wanted.
    return false;
  }

  @Override
  public void prepare(Path root, boolean replace) throws IOException {
    Path folder = root.resolve(TableLocation.FOLDER);
    List<TablePart> absent = new ArrayList<>(MADE);
    if (!replace) {
      absent.removeIf(part -> TableFiles.isThere(folder, part));
    }
    if (!absent.isEmpty()) {
      TableFiles.write(
          PublicCopies.read(root.resolve(PublicCopies.FOLDER)), Cell.COUNT, folder, replace);
    }
    check(folder, MADE, Pull.LEFT_ALONE);
    check(
        folder,
        EnumSet.complementOf(MADE),
        "A pull makes none of these files; move them away, or get them again from the sources that"
            + " nasbench201-data/README.md names");
  }

  /** The files that were there before may be others than the benchmark's. */
  private static void check(Path folder, Set<TablePart> parts, String howToGoOn)
      throws ImportException {
    try {
      Nb201Table.load(folder, parts);
    } catch (TableFormatException e) {
      throw new ImportException(e.getMessage() + "\n  " + howToGoOn, e);
    }
  }
}
