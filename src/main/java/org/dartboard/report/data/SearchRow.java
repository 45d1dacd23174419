package org.dartboard.report.data;

import org.jspecify.annotations.Nullable;

/**
 * A search that claims rest on, with all its seeds.
 *
 * @param label what claims call it
 * @param method its method's name
 * @param settings what was set, in words
 * @param profile of the runs
 * @param finished how many seeds have ended
 * @param planned how many there are to be
 * @param hours mean hours of a seed; null where none has ended
 */
public record SearchRow(
    String label,
    String method,
    String settings,
    Profile profile,
    int finished,
    int planned,
    @Nullable Double hours) {
  public SearchRow {
    Identifiers.filled("label of a search", label);
  }
}
