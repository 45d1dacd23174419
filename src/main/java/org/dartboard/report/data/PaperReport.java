package org.dartboard.report.data;

import java.util.List;

/**
 * What the report says of a whole paper, beside its claims.
 *
 * @param paper which
 * @param equations what its method does, a line each; may be empty
 * @param differences what is done differently here, and why; may be empty
 * @param searches what its claims rest on
 * @param charts curves of these searches; may be empty
 */
public record PaperReport(
    Paper paper,
    List<String> equations,
    List<String> differences,
    List<SearchRow> searches,
    List<Chart> charts) {
  public PaperReport {
    Identifiers.checked("paper", paper.id());
    equations = List.copyOf(equations);
    differences = List.copyOf(differences);
    searches = List.copyOf(searches);
    charts = List.copyOf(charts);
  }
}
