package org.dartboard.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dartboard.checkpoint.RunFolderException;
import org.dartboard.io.ProcessLock;

/**
 * The finished trials of a reports folder.
 *
 * <p>On disk: {@code configurations.csv} says what each configuration's digest stands for, {@code
 * provenance.csv} the same for provenances, and {@code trials/<configuration>.csv} holds one line a
 * seed. A supernet search also has its log, {@code epochs/<configuration>/<seed>.csv}. Trainings of
 * cells stand in {@code trainings/<configuration>.csv}, one line a cell and seed. A trial that is
 * recorded again with the same result leaves its line alone, so that running a claim twice changes
 * nothing; one with another result replaces the line and is reported.
 *
 * <p>Several processes may write to it: each takes the lock of {@code .lock} and then reads anew
 * what it is about to change.
 */
public final class Ledger {
  private static final int LOCK_SECONDS = 60;

  private final Path folder;
  private final LedgerFiles files;
  private SortedMap<String, String> configurations;
  private SortedMap<String, Provenance> provenances;

  private Ledger(
      Path folder,
      LedgerFiles files,
      SortedMap<String, String> configurations,
      SortedMap<String, Provenance> provenances) {
    this.folder = folder;
    this.files = files;
    this.configurations = configurations;
    this.provenances = provenances;
  }

  /**
   * Opens the ledger in a folder; an absent folder is an empty ledger.
   *
   * @throws LedgerFormatException if a file is damaged
   */
  public static Ledger open(Path folder) throws IOException {
    LedgerFiles files = new LedgerFiles(folder);
    return new Ledger(folder, files, files.readConfigurations(), files.readProvenances());
  }

  /** The trials of a configuration by seed; empty where there are none. */
  public SortedMap<Long, Trial> trials(Configuration configuration) throws IOException {
    return files.readTrials(configuration.digest());
  }

  /** The provenance with an identifier, where the ledger knows it. */
  public Optional<Provenance> provenance(String id) {
    return Optional.ofNullable(provenances.get(id));
  }

  /** The text of every configuration by its digest. */
  public Map<String, String> configurations() {
    return Map.copyOf(configurations);
  }

  /**
   * Records trials of one configuration that ran under one provenance.
   *
   * @return the trials as they now stand, by seed, and the earlier lines that they contradict
   */
  public Recorded record(Configuration configuration, Provenance provenance, List<Trial> trials)
      throws IOException {
    SortedMap<Long, Trial> known = trials(configuration);
    boolean news =
        trials.stream()
            .anyMatch(
                trial ->
                    !known.containsKey(trial.seed()) || !known.get(trial.seed()).agreesWith(trial));
    if (!news) {
      return write(configuration, provenance, trials);
    }
    try (ProcessLock lock = lock()) {
      return write(configuration, provenance, trials);
    }
  }

  private ProcessLock lock() throws IOException {
    ProcessLock lock = ProcessLock.await(folder.resolve(".lock"), LOCK_SECONDS);
    configurations = files.readConfigurations();
    provenances = files.readProvenances();
    return lock;
  }

  private Recorded write(Configuration configuration, Provenance provenance, List<Trial> trials)
      throws IOException {
    SortedMap<Long, Trial> stored = new TreeMap<>(trials(configuration));
    List<Contradiction> contradictions = new ArrayList<>();
    SortedMap<Long, Trial> recorded = new TreeMap<>();
    boolean changed = false;
    for (Trial trial : trials) {
      Trial earlier = stored.get(trial.seed());
      if (earlier != null && earlier.agreesWith(trial)) {
        recorded.put(trial.seed(), earlier);
        continue;
      }
      if (earlier != null) {
        contradictions.add(new Contradiction(configuration, earlier, trial));
      }
      stored.put(trial.seed(), trial);
      recorded.put(trial.seed(), trial);
      changed = true;
    }
    if (changed) {
      configurations.put(configuration.digest(), configuration.text());
      provenances.put(provenance.id(), provenance);
      // Trials last: a line of theirs must never name a provenance that is not on disk.
      files.writeConfigurations(configurations);
      files.writeProvenances(provenances);
      files.writeTrials(configuration.digest(), stored);
    }
    return new Recorded(recorded, List.copyOf(contradictions));
  }

  /** The log of a supernet search; empty where the ledger has none. */
  public Optional<EpochTable> epochs(Configuration configuration, long seed) throws IOException {
    return files.readEpochs(configuration.digest(), seed);
  }

  /** The scores of the fixed random cells of a supernet search; no epoch where none were taken. */
  public EpochTable scores(Configuration configuration, long seed) throws IOException {
    return files.readScores(configuration.digest(), seed).orElse(EpochTable.NOTHING);
  }

  /**
   * Adds finished supernet searches; none of them where one cannot be taken. All are checked before
   * the first is written.
   *
   * <p>A search that the ledger has, or that is given twice, must have come to the same, but for
   * the time it took and what it ran with; the earlier line then stays.
   *
   * @return how many are new
   * @throws LedgerConflictException naming both sides of every difference
   * @throws RunFolderException naming every search that saw other images than CIFAR-10
   * @throws IOException if a file cannot be read or written, naming the searches that were added
   *     before
   */
  public int add(List<FinishedSearch> searches) throws IOException {
    requireCifar10(searches);
    try (ProcessLock lock = lock()) {
      return write(searches);
    }
  }

  private static void requireCifar10(List<FinishedSearch> searches) {
    List<String> others =
        searches.stream()
            .filter(search -> !search.images().published())
            .map(search -> search.folder() + ": its images are " + search.images().label())
            .toList();
    if (!others.isEmpty()) {
      throw new RunFolderException(
          String.join("\n", others)
              + "\nNothing was added. The ledger takes searches on CIFAR-10 alone: leave these out,"
              + " or get the images ('dartboard data pull cifar-10') and search again.");
    }
  }

  private int write(List<FinishedSearch> searches) throws IOException {
    List<String> conflicts = new ArrayList<>();
    Map<String, FinishedSearch> fresh = new LinkedHashMap<>();
    for (FinishedSearch search : searches) {
      Trial earlier = trials(search.configuration()).get(search.trial().seed());
      String name = search.configuration().digest() + " " + search.trial().seed();
      FinishedSearch twin = fresh.get(name);
      if (earlier != null) {
        EpochTable log = epochs(search.configuration(), earlier.seed()).orElse(null);
        SearchConflict.between("the ledger", earlier, log, search).ifPresent(conflicts::add);
      } else if (twin != null) {
        SearchConflict.between(twin.folder().toString(), twin.trial(), twin.epochs(), search)
            .ifPresent(conflicts::add);
      } else {
        fresh.put(name, search);
      }
    }
    if (!conflicts.isEmpty()) {
      throw new LedgerConflictException(conflicts);
    }
    List<String> added = new ArrayList<>();
    for (FinishedSearch search : fresh.values()) {
      try {
        write(search);
      } catch (IOException e) {
        throw new IOException(
            "the search in %s could not be written to the ledger: %s. %s. Mend this and add all again;"
                    .formatted(
                        search.folder(),
                        e,
                        added.isEmpty()
                            ? "Nothing was added"
                            : "Added before it: " + String.join(", ", added))
                + " what the ledger has is passed over",
            e);
      }
      added.add(search.folder().toString());
    }
    return fresh.size();
  }

  private void write(FinishedSearch search) throws IOException {
    // The log first: a trial in the ledger has its log.
    files.writeEpochs(search.configuration().digest(), search.trial().seed(), search.epochs());
    if (!search.scores().lines().isEmpty()) {
      files.writeScores(search.configuration().digest(), search.trial().seed(), search.scores());
    }
    write(search.configuration(), search.provenance(), List.of(search.trial()));
  }

  /** The finished trainings of a configuration, by cell and seed; empty where there are none. */
  public List<FinishedTraining> trainings(Configuration configuration) throws IOException {
    return files.readTrainings(configuration.digest());
  }

  /**
   * Adds a finished training. One that the ledger has must have come to the same, but for the time
   * it took and what it ran with; the earlier line then stays.
   *
   * @return whether it is new
   * @throws LedgerConflictException if it came to something else
   */
  public boolean add(Configuration configuration, Provenance provenance, FinishedTraining training)
      throws IOException {
    try (ProcessLock lock = lock()) {
      return write(configuration, provenance, training);
    }
  }

  private boolean write(
      Configuration configuration, Provenance provenance, FinishedTraining training)
      throws IOException {
    List<FinishedTraining> stored = new ArrayList<>(trainings(configuration));
    for (FinishedTraining earlier : stored) {
      if (earlier.isOf(training)) {
        if (!earlier.agreesWith(training)) {
          throw new LedgerConflictException(
              List.of(
                  "training of %s, seed %d: the ledger has a validation accuracy of %s, this one %s"
                      .formatted(
                          training.cell().code(),
                          training.seed(),
                          earlier.validationAccuracy(),
                          training.validationAccuracy())));
        }
        return false;
      }
    }
    stored.add(training);
    stored.sort(
        Comparator.comparing((FinishedTraining line) -> line.cell().code())
            .thenComparing(FinishedTraining::seed));
    configurations.put(configuration.digest(), configuration.text());
    provenances.put(provenance.id(), provenance);
    // The training last: its line must never name a provenance that is not on disk.
    files.writeConfigurations(configurations);
    files.writeProvenances(provenances);
    files.writeTrainings(configuration.digest(), stored);
    return true;
  }

  /**
   * What recording came to.
   *
   * @param trials the recorded trials by seed; where one agreed with an earlier line, that line
   * @param contradictions results that differ from what the ledger held
   */
  public record Recorded(SortedMap<Long, Trial> trials, List<Contradiction> contradictions) {}

  /** A trial that came out differently from the ledger's line for the same seed. */
  public record Contradiction(Configuration configuration, Trial earlier, Trial now) {
    /** One sentence for a person. */
    public String message() {
      return "%s, seed %d: the ledger has cell %s after %d evaluations, this run has %s after %d"
          .formatted(
              configuration.method(),
              now.seed(),
              earlier.cell() == null ? "none" : earlier.cell().code(),
              earlier.evaluations(),
              now.cell() == null ? "none" : now.cell().code(),
              now.evaluations());
    }
  }
}
