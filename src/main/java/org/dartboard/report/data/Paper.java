package org.dartboard.report.data;

/**
 * The paper that makes a claim.
 *
 * @param id the name of its folder, such as {@code nas-bench-201}
 * @param title the paper's title
 * @param authors as they shall be shown; may be blank
 * @param year year of publication
 * @param venue conference or journal; may be blank
 * @param identifiers such as an arXiv number; may be blank
 */
public record Paper(
    String id, String title, String authors, int year, String venue, String identifiers) {
  public Paper {
    Identifiers.checked("paper", id);
    Identifiers.filled("title of paper " + id, title);
  }
}
