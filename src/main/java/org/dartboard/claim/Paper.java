package org.dartboard.claim;

import java.util.List;

/**
 * The work that claims come from.
 *
 * @param id the name of its folder under reproductions/
 * @param title as published
 * @param authors in order
 * @param year of publication
 * @param venue where it appeared
 * @param identifiers such as {@code arXiv:2001.00326}
 * @param equations what the method does, a line each, in plain text; none where the paper has no
 *     method of its own
 * @param differences what is done differently here, and why, a sentence or two each
 * @param history when rules, settings and seeds of its claims were fixed and changed, the first day
 *     first
 */
public record Paper(
    String id,
    String title,
    List<String> authors,
    int year,
    String venue,
    List<String> identifiers,
    List<String> equations,
    List<String> differences,
    List<Change> history) {
  public Paper {
    authors = List.copyOf(authors);
    identifiers = List.copyOf(identifiers);
    equations = equations == null ? List.of() : List.copyOf(equations);
    differences = differences == null ? List.of() : List.copyOf(differences);
    history = history == null ? List.of() : List.copyOf(history);
  }

  /** A work without a method of its own. */
  public Paper(
      String id,
      String title,
      List<String> authors,
      int year,
      String venue,
      List<String> identifiers) {
    this(id, title, authors, year, venue, identifiers, List.of(), List.of(), List.of());
  }
}
