package org.dartboard.importing.nats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dartboard.importing.ImportException;
import org.dartboard.importing.TableFiles;
import org.dartboard.importing.TableText;
import org.dartboard.io.AtomicFiles;
import org.dartboard.space.Cell;
import org.dartboard.table.LearningCurves;
import org.dartboard.table.TableLocation;
import org.dartboard.table.TablePart;

/** Imports the official release: learning curves, and the table where all records are there. */
public final class NatsImport {
  private final Path root;
  private final int threads;
  private final boolean replace;
  private final Observer observer;

  /** Is told how the import gets on, by any thread. */
  public interface Observer {
    /** So many records will be read. */
    void starts(int records);

    /** One more was read. */
    void recordRead();
  }

  /**
   * What came of an import.
   *
   * @param records how many were read
   * @param written the files
   * @param problems everything that went wrong
   */
  public record Result(int records, List<Path> written, List<String> problems) {
    public Result {
      written = List.copyOf(written);
      problems = List.copyOf(problems);
    }
  }

  /**
   * @param root the data root that the files go below
   * @param threads 1 or more
   * @param replace whether files of the table that are there already give way, and files with
   *     curves of architectures that the release lacks
   */
  public NatsImport(Path root, int threads, boolean replace, Observer observer) {
    this.root = root;
    this.threads = threads;
    this.replace = replace;
    this.observer = observer;
  }

  /**
   * Reads every record, writes the curves, and, where no record is missing, the table.
   *
   * @param place the release's folder or tar
   * @throws ImportException if the place holds no records
   */
  public Result run(Path place) throws IOException, InterruptedException {
    try (NatsSource source = NatsSource.open(place)) {
      return run(source, place);
    }
  }

  /**
   * As {@link #run(Path)}, of records that are open.
   *
   * @param place what messages call them
   */
  Result run(NatsSource source, Path place) throws IOException, InterruptedException {
    int records = source.indices().size();
    observer.starts(records);
    NatsTables tables = new NatsTables(Cell.COUNT);
    List<Path> written = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    writeCurves(source, tables, written, problems);
    if (records < Cell.COUNT) {
      problems.add(
          place
              + " has "
              + records
              + " of "
              + Cell.COUNT
              + " records, so that the table was not made"
              + (problems.isEmpty() ? "; the curves of these were" : ""));
    } else if (problems.isEmpty()) {
      writeTables(tables.files(), written, problems);
    }
    return new Result(records, written, problems);
  }

  private void writeCurves(
      NatsSource source, NatsTables tables, List<Path> written, List<String> problems)
      throws IOException, InterruptedException {
    SortedMap<String, List<Integer>> files = new TreeMap<>();
    for (int index : source.indices()) {
      files.computeIfAbsent(LearningCurves.fileName(index), name -> new ArrayList<>()).add(index);
    }
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<FileResult>> running = new ArrayList<>();
      files.forEach(
          (name, indices) -> {
            Callable<FileResult> task = () -> writeFile(source, tables, name, indices);
            running.add(workers.submit(task));
          });
      for (Future<FileResult> future : running) {
        FileResult result = future.get();
        written.addAll(result.written());
        problems.addAll(result.problems());
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("reading a record failed", e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private record FileResult(List<Path> written, List<String> problems) {}

  private FileResult writeFile(
      NatsSource source, NatsTables tables, String name, List<Integer> indices) throws IOException {
    List<String> texts = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (int index : indices) {
      try {
        NatsRecord record = source.read(index);
        tables.add(index, record);
        texts.add(CurveText.of(record));
      } catch (IOException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
      observer.recordRead();
    }
    if (!problems.isEmpty()) {
      problems.add(name + " was not written, for the records above");
      return new FileResult(List.of(), problems);
    }
    Path file = root.resolve(LearningCurves.FOLDER).resolve(name);
    String loss = replace ? "" : CurveLoss.of(file, indices);
    if (!loss.isEmpty()) {
      return new FileResult(List.of(), List.of(loss));
    }
    AtomicFiles.write(file, CurveText.file(texts));
    return new FileResult(List.of(file), List.of());
  }

  /** A file that is not the benchmark's does not keep the others from being written. */
  private void writeTables(List<TableText> files, List<Path> written, List<String> problems)
      throws IOException {
    Path folder = root.resolve(TableLocation.FOLDER);
    TableText architectures = files.get(0);
    for (TableText file : files) {
      List<TableText> together =
          file.part() == TablePart.ARCHITECTURES ? List.of(file) : List.of(architectures, file);
      try {
        written.addAll(TableFiles.write(together, Cell.COUNT, folder, replace));
      } catch (ImportException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (!Files.isDirectory(folder)) {
      problems.add(folder + " was not made");
    }
  }
}
