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
 */
public record Paper(
    String id,
    String title,
    List<String> authors,
    int year,
    String venue,
    List<String> identifiers) {
  public Paper {
    authors = List.copyOf(authors);
    identifiers = List.copyOf(identifiers);
  }
}
