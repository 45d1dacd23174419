package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dartboard.claim.Measured;
import org.dartboard.claim.Profile;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.Entry;
import org.dartboard.run.Trial;

/**
 * What a claim's procedure came to.
 *
 * @param measured one entry for each target
 * @param charts what is to be seen, beside the comparison with published figures
 * @param configuration what was run, for the reader
 * @param batches the searches on the table that the measurement rests on; empty where nothing was
 *     searched
 * @param trials the ledger's lines of the differentiable searches that it rests on; likewise
 * @param beside those of differentiable searches of another profile, which are shown beside it
 * @param byProfile what each profile alone says of the targets; empty where profiles are the same
 * @param origin where it comes from, if from neither table nor ledger
 */
record Measurements(
    List<Measured> measured,
    List<Chart> charts,
    List<Entry> configuration,
    List<SearchBatch> batches,
    List<Trial> trials,
    List<Trial> beside,
    Map<Profile, List<Measured>> byProfile,
    Optional<Origin> origin) {
  Measurements {
    measured = List.copyOf(measured);
    charts = List.copyOf(charts);
    configuration = List.copyOf(configuration);
    batches = List.copyOf(batches);
    trials = List.copyOf(trials);
    beside = List.copyOf(beside);
    byProfile = Map.copyOf(byProfile);
  }

  /**
   * Where a measurement comes from.
   *
   * @param runs how many runs it rests on
   * @param provenance which program and machine made them
   */
  record Origin(int runs, List<Entry> provenance) {
    Origin {
      provenance = List.copyOf(provenance);
    }
  }

  /** A measurement that rests on the ledger's differentiable searches or trainings. */
  Measurements(
      List<Measured> measured,
      List<Chart> charts,
      List<Entry> configuration,
      List<SearchBatch> batches,
      List<Trial> trials,
      List<Trial> beside,
      Map<Profile, List<Measured>> byProfile) {
    this(measured, charts, configuration, batches, trials, beside, byProfile, Optional.empty());
  }

  /** A measurement that rests on searches on the table. */
  Measurements(
      List<Measured> measured,
      List<Chart> charts,
      List<Entry> configuration,
      List<SearchBatch> batches) {
    this(measured, charts, configuration, batches, List.of(), List.of(), Map.of());
  }

  /** A measurement that follows from the table without a search. */
  static Measurements ofTable(
      List<Measured> measured, List<Chart> charts, List<Entry> configuration) {
    return new Measurements(measured, charts, configuration, List.of());
  }

  /** The same with more charts behind those that there are. */
  Measurements with(List<Chart> more) {
    List<Chart> all = new ArrayList<>(charts);
    all.addAll(more);
    return new Measurements(
        measured, all, configuration, batches, trials, beside, byProfile, origin);
  }
}
