package org.dartboard.report.data;

import java.util.HashSet;
import java.util.List;
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
  public ClaimReport {
    figures = List.copyOf(figures);
    charts = List.copyOf(charts);
    configuration = List.copyOf(configuration);
    provenance = List.copyOf(provenance);
    distinct(summary.name() + ": chart", charts.stream().map(Chart::id).toList());
    distinct(summary.name() + ": key", configuration.stream().map(Entry::key).toList());
    distinct(summary.name() + ": key", provenance.stream().map(Entry::key).toList());
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
