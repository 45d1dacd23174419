package org.dartboard.report.data;

import java.util.List;

/**
 * What the report says of a whole paper, beside its claims.
 *
 * @param paper which
 * @param equations what its method does, a line each; may be empty
 * @param differences what is done differently here, and why; may be empty
 * @param history when its claims' rules were fixed and changed, and what was known then; may be
 *     empty
 * @param claims the identifiers of its claims, the first first; may be empty
 * @param searches what its claims rest on
 * @param charts curves of these searches; may be empty
 * @param standIn what must be said beside its figures where they stand in for published data; blank
 *     where they do not
 */
public record PaperReport(
    Paper paper,
    List<String> equations,
    List<String> differences,
    List<String> history,
    List<String> claims,
    List<SearchRow> searches,
    List<Chart> charts,
    String standIn) {
  public PaperReport {
    Identifiers.checked("paper", paper.id());
    equations = List.copyOf(equations);
    differences = List.copyOf(differences);
    history = List.copyOf(history);
    claims = List.copyOf(claims);
    searches = List.copyOf(searches);
    charts = List.copyOf(charts);
  }
}
