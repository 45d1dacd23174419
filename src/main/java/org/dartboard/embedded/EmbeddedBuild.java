package org.dartboard.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dartboard.engine.EngineDescription;
import org.dartboard.engine.EngineException;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetFactory;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.io.AtomicFiles;
import org.dartboard.io.TextFiles;
import org.dartboard.space.Cell;
import org.dartboard.space.FunctionalForm;
import org.dartboard.space.IsomorphismClasses;
import org.dartboard.table.EmbeddedFigures;
import org.dartboard.table.EmbeddedFormatException;
import org.dartboard.table.EmbeddedManifest;
import org.dartboard.table.EmbeddedSeed;
import org.jspecify.annotations.Nullable;

/**
 * Computes the embedded table seed by seed, so that the table is complete after the first seed and
 * each further one refines it.
 *
 * <p>Of the 6,466 isomorphism classes, 1,536 compute the same function as another one; the network
 * is the same but for parts that are multiplied by nothing. So there are 4,930 trainings for a
 * seed, and classes of one function share a training.
 *
 * <p>Finished trainings are kept in one file a seed, written anew every half minute and at the end.
 * A build that was stopped goes on from there. A training depends on its cell, seed and protocol
 * alone, so the files have the same bytes however often the build was stopped and however many
 * threads it had.
 */
public final class EmbeddedBuild {
  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(30);

  private final Path folder;
  private final TrainingProtocol protocol;
  private final SupernetFactory engine;
  private final Map<String, String> provenance;
  private final IsomorphismClasses classes = IsomorphismClasses.ofAllCells();
  private final List<Cell> cells;
  private final Map<FunctionalForm, List<Cell>> alike = new LinkedHashMap<>();

  /** Hears how far a build is. */
  @FunctionalInterface
  public interface Listener {
    /**
     * A training ended; called by one thread at a time.
     *
     * @param seed its seed
     * @param done trainings of that seed that are done, those of earlier runs included
     * @param total trainings that a seed has
     */
    void trained(int seed, int done, int total);
  }

  /**
   * A build of all classes.
   *
   * @param folder where the files go
   * @param engine makes the networks; it must be able to make and run several at once, each in the
   *     thread that made it
   * @param provenance of program and machine, by name, for the manifest
   */
  public EmbeddedBuild(
      Path folder,
      TrainingProtocol protocol,
      SupernetFactory engine,
      Map<String, String> provenance) {
    this(folder, protocol, engine, provenance, Cell.COUNT);
  }

  /**
   * A build of the first classes alone.
   *
   * @param limit how many functions at most
   */
  EmbeddedBuild(
      Path folder,
      TrainingProtocol protocol,
      SupernetFactory engine,
      Map<String, String> provenance,
      int limit) {
    this.folder = folder;
    this.protocol = protocol;
    this.engine = engine;
    this.provenance = Map.copyOf(provenance);
    for (Cell representative : classes.representatives()) {
      alike
          .computeIfAbsent(FunctionalForm.of(representative), form -> new ArrayList<>())
          .add(representative);
    }
    this.cells = alike.values().stream().map(EmbeddedBuild::simplest).limit(limit).toList();
  }

  /** The cell that is trained for all that compute its function. */
  private static Cell simplest(List<Cell> alike) {
    return alike.stream().min(IsomorphismClasses.SIMPLEST_FIRST).orElseThrow();
  }

  /**
   * Trains what is not there yet.
   *
   * @param seeds how many seeds, from seed 0
   * @param threads trainings at once
   * @param limit after how long no further training begins
   * @return whether all trainings of all seeds are there now
   * @throws IOException if a file cannot be read or written
   * @throws org.dartboard.table.EmbeddedFormatException if a file that is there is damaged
   */
  public boolean run(int seeds, int threads, Duration limit, Listener listener)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    Map<String, String> settings = settings();
    requireSame(settings);
    writeManifest(settings);
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      boolean complete = true;
      for (int seed = 0; seed < seeds && complete; seed++) {
        complete = runSeed(seed, threads, end, workers, listener);
        writeManifest(settings);
      }
      return complete;
    } finally {
      workers.shutdownNow();
    }
  }

  /** The protocol and what computes it: all that decides the figures. */
  private Map<String, String> settings() {
    EngineDescription description;
    try (Supernet network =
        engine.create(
            SupernetSpec.discrete(cells.get(0), protocol.width(), 1, protocol.imageSize(), 2), 1)) {
      description = network.description();
    }
    if (description.threads() != 1) {
      throw new EngineException(
          "each training is to run on one core, but the engine computes with "
              + description.threads()
              + " threads. Set OMP_NUM_THREADS to 1");
    }
    Map<String, String> settings = new TreeMap<>(protocol.settings());
    settings.put("engine", description.library());
    settings.put("precision", description.precision().label());
    settings.put("instruction_set", description.instructionSet());
    return settings;
  }

  /** Refuses to mix figures that came about in different ways. */
  private void requireSame(Map<String, String> settings) throws IOException {
    Path file = folder.resolve(EmbeddedManifest.FILE);
    if (!Files.exists(file)) {
      return;
    }
    Map<String, String> before =
        EmbeddedManifest.parse(file.toString(), TextFiles.read(file)).settings();
    Set<String> names = new TreeSet<>(settings.keySet());
    names.addAll(before.keySet());
    List<String> differences =
        names.stream()
            .filter(name -> !Objects.equals(settings.get(name), before.get(name)))
            .map(name -> name + " was " + before.get(name) + ", is " + settings.get(name))
            .toList();
    if (!differences.isEmpty()) {
      throw new EmbeddedFormatException(
          folder
              + " holds a build with other settings: "
              + String.join("; ", differences)
              + ". Give --out another folder");
    }
  }

  private void writeManifest(Map<String, String> settings) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (int seed = 0; Files.exists(folder.resolve(EmbeddedSeed.fileName(seed))); seed++) {
      String name = EmbeddedSeed.fileName(seed);
      String text = TextFiles.read(folder.resolve(name));
      digests.put(name, EmbeddedManifest.digest(text));
    }
    AtomicFiles.write(
        folder.resolve(EmbeddedManifest.FILE),
        new EmbeddedManifest(settings, provenance, digests).text());
  }

  private boolean runSeed(
      int seed, int threads, long end, ExecutorService workers, Listener listener)
      throws IOException, InterruptedException {
    SeedProgress progress = new SeedProgress(seed, listener);
    List<Future<?>> running = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      running.add(workers.submit(() -> work(progress, end)));
    }
    try {
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("training seed " + seed + " failed: " + e.getCause(), e);
    } finally {
      progress.stop();
      progress.write();
    }
    return progress.complete();
  }

  private void work(SeedProgress progress, long end) {
    @Nullable CellTrainer trainer = null;
    Cell cell = progress.next(end);
    while (cell != null) {
      if (trainer == null) {
        trainer = new CellTrainer(protocol, engine);
      }
      progress.done(cell, trainer.train(cell, progress.seed));
      cell = progress.next(end);
    }
  }

  /** What is done and what is left of one seed; safe for all threads. */
  private final class SeedProgress {
    private final int seed;
    private final Listener listener;
    private final Path file;
    private final Map<Cell, EmbeddedFigures> figures = new HashMap<>();
    private final Queue<Cell> left = new ArrayDeque<>();
    private long written = System.nanoTime();
    private int trained;

    SeedProgress(int seed, Listener listener) throws IOException {
      this.seed = seed;
      this.listener = listener;
      file = folder.resolve(EmbeddedSeed.fileName(seed));
      if (Files.exists(file)) {
        String text = TextFiles.read(file);
        figures.putAll(EmbeddedSeed.parse(file.toString(), text, classes).figures());
      }
      cells.stream().filter(cell -> !figures.containsKey(cell)).forEach(left::add);
      trained = cells.size() - left.size();
    }

    synchronized @Nullable Cell next(long end) {
      return System.nanoTime() < end ? left.poll() : null;
    }

    synchronized void done(Cell cell, EmbeddedFigures of) {
      alike.getOrDefault(FunctionalForm.of(cell), List.of()).forEach(each -> figures.put(each, of));
      trained++;
      if (System.nanoTime() - written > BETWEEN_WRITES.toNanos()) {
        try {
          write();
        } catch (IOException e) {
          throw new UncheckedIOException(file + " could not be written", e);
        }
      }
      listener.trained(seed, trained, cells.size());
    }

    synchronized void write() throws IOException {
      AtomicFiles.write(file, new EmbeddedSeed(figures).text());
      written = System.nanoTime();
    }

    synchronized void stop() {
      left.clear();
    }

    synchronized boolean complete() {
      return trained == cells.size();
    }
  }
}
