package org.dartboard.report.data;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the report shows of one claim.
 *
 * @param summary the claim and its verdict
 * @param figures the rows of its table, in their order; may be empty
 * @param charts in their order, with distinct identifiers; may be empty
 * @param configuration what was run, in its order
 * @param provenance what it was run with, in its order
 */
public record ClaimReport(
    ClaimSummary summary,
    List<FigureRow> figures,
    List<Chart> charts,
    List<Entry> configuration,
    List<Entry> provenance) {
  /** The key of provenance under which a report says what its figures stand in for. */
  public static final String STAND_IN = "stand-in";

  public ClaimReport {
    figures = List.copyOf(figures);
    charts = List.copyOf(charts);
    configuration = List.copyOf(configuration);
    provenance = List.copyOf(provenance);
    distinct(summary.name() + ": chart", charts.stream().map(Chart::id).toList());
    distinct(summary.name() + ": key", configuration.stream().map(Entry::key).toList());
    distinct(summary.name() + ": key", provenance.stream().map(Entry::key).toList());
  }

  /** What must be said beside every figure of a report on stand-ins; empty for published data. */
  public Optional<String> standIn() {
    return provenance.stream()
        .filter(entry -> entry.key().equals(STAND_IN))
        .map(Entry::value)
        .findFirst();
  }

  private static void distinct(String what, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(what + " '" + name + "' is there twice");
      }
    }
  }
}
