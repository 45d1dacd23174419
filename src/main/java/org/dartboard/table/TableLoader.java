package org.dartboard.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Reads the files of a folder on two threads and refuses them if anything is wrong. */
final class TableLoader {
  private static final int THREADS = 2;

  private final Path folder;
  private final @Nullable Manifest manifest;

  /**
   * @param manifest what the columns must agree with, value by value; null to take any that fit
   *     together. The values that the manifest vouches for do, so that they are not compared again.
   */
  TableLoader(Path folder, @Nullable Manifest manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  /** Loads the given parts and the architectures, which every table needs. */
  Nb201Table load(Set<TablePart> parts) {
    Set<TablePart> requested = EnumSet.of(TablePart.ARCHITECTURES);
    requested.addAll(parts);
    return new Nb201Table(
        new TableData(folder, Collections.unmodifiableSet(requested), loadColumns(requested)));
  }

  /** The columns of those parts whose files are there. */
  Map<TablePart, Columns> loadColumns(Set<TablePart> parts) {
    TableLocation.require(folder);
    Map<TablePart, Columns> columns = new EnumMap<>(TablePart.class);
    Map<TablePart, Defects> defects = new EnumMap<>(TablePart.class);
    for (LoadedPart part : inParallel(parts)) {
      columns.put(part.columns().part(), part.columns());
      defects.put(part.columns().part(), part.defects());
    }
    refuseIfAny(defects);
    if (manifest == null) {
      ConsistencyCheck.check(columns, defects);
      refuseIfAny(defects);
    }
    return Collections.unmodifiableMap(columns);
  }

  private List<LoadedPart> inParallel(Set<TablePart> parts) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<CompletableFuture<Optional<LoadedPart>>> running = new ArrayList<>();
      for (TablePart part : parts) {
        running.add(CompletableFuture.supplyAsync(() -> loadPart(part), threads));
      }
      return running.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();
    } catch (CompletionException e) {
      throw new IllegalStateException("reading " + folder + " failed", e.getCause());
    } finally {
      threads.shutdown();
    }
  }

  private Optional<LoadedPart> loadPart(TablePart part) {
    return FileContent.find(folder, part).map(file -> loadPart(part, file));
  }

  private LoadedPart loadPart(TablePart part, Path file) {
    Defects defects = new Defects(file);
    Columns columns =
        FileContent.read(file, defects)
            .map(bytes -> ColumnReader.read(part, bytes, defects))
            .orElse(new Columns(part, Map.of()));
    IndexCheck.check(columns, defects);
    if (manifest != null && defects.none()) {
      new ManifestCheck(manifest).check(columns, defects);
    }
    return new LoadedPart(columns, defects);
  }

  private static void refuseIfAny(Map<TablePart, Defects> defects) {
    List<Defects> bad = defects.values().stream().filter(file -> !file.none()).toList();
    if (!bad.isEmpty()) {
      throw new TableFormatException(bad);
    }
  }

  private record LoadedPart(Columns columns, Defects defects) {}
}
