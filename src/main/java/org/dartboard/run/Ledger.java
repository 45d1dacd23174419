package org.dartboard.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The finished trials of a reports folder.
 *
 * <p>On disk: {@code configurations.csv} says what each configuration's digest stands for, {@code
 * provenance.csv} the same for provenances, and {@code trials/<configuration>.csv} holds one line a
 * seed. A trial that is recorded again with the same result leaves its line alone, so that running
 * a claim twice changes nothing; one with another result replaces the line and is reported.
 */
public final class Ledger {
  private final LedgerFiles files;
  private final SortedMap<String, String> configurations;
  private final SortedMap<String, Provenance> provenances;

  private Ledger(
      LedgerFiles files,
      SortedMap<String, String> configurations,
      SortedMap<String, Provenance> provenances) {
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
    return new Ledger(files, files.readConfigurations(), files.readProvenances());
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
