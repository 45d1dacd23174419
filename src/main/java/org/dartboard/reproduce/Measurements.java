package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.List;
import org.dartboard.claim.Measured;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.Entry;

/**
 * What a claim's procedure came to.
 *
 * @param measured one entry for each target
 * @param charts what is to be seen, beside the comparison with published figures
 * @param configuration what was run, for the reader
 * @param batches the searches that the measurement rests on; empty where nothing was searched
 */
record Measurements(
    List<Measured> measured,
    List<Chart> charts,
    List<Entry> configuration,
    List<SearchBatch> batches) {
  Measurements {
    measured = List.copyOf(measured);
    charts = List.copyOf(charts);
    configuration = List.copyOf(configuration);
    batches = List.copyOf(batches);
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
    return new Measurements(measured, all, configuration, batches);
  }
}
