package org.dartboard.report.data;

import java.util.List;

/**
 * A page beside the claims: something that was measured to decide how claims are run.
 *
 * @param id the folder's name
 * @param title a few words
 * @param lead what it is about, in full sentences
 * @param rule how the decision is made, and whether that was fixed before the runs
 * @param conclusion what the rule says now
 * @param command what regenerates it; blank where nothing does
 * @param columns of the table
 * @param rows of the table, as many fields each
 * @param charts may be none
 * @param standIn what must be said beside its figures where they stand in for published data; blank
 *     where they do not
 */
public record Study(
    String id,
    String title,
    String lead,
    String rule,
    String conclusion,
    String command,
    List<String> columns,
    List<List<String>> rows,
    List<Chart> charts,
    String standIn) {
  public Study {
    Identifiers.checked("study", id);
    Identifiers.filled("title of study " + id, title);
    Identifiers.filled("rule of study " + id, rule);
    Identifiers.filled("conclusion of study " + id, conclusion);
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    charts = List.copyOf(charts);
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "table of study %s: expected rows of %d fields, found %d"
                .formatted(id, columns.size(), row.size()));
      }
    }
  }
}
