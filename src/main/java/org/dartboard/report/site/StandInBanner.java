package org.dartboard.report.site;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import j2html.tags.DomContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dartboard.report.data.ClaimReport;

/** Says at the top of a page that its figures do not rest on the published data. */
final class StandInBanner {
  private static final String ID = "stand-in";

  private StandInBanner() {}

  /** The banner of a claim's page; empty where the figures are of published data. */
  static List<DomContent> of(ClaimReport report) {
    return of(report.standIn().orElse(""));
  }

  /**
   * The banner of a page with figures of its own.
   *
   * @param standIn what must be said of them; blank, and no banner, where they are published data
   */
  static List<DomContent> of(String standIn) {
    return standIn.isBlank() ? List.of() : List.of(banner(List.of(standIn)));
  }

  /**
   * The banner of a page on several claims, with a paragraph for each thing that stands in; empty
   * where all rest on published data.
   */
  static List<DomContent> of(List<ClaimReport> reports) {
    Map<String, Integer> claims = new LinkedHashMap<>();
    reports.stream()
        .flatMap(report -> report.standIn().stream())
        .forEach(words -> claims.merge(words, 1, Integer::sum));
    if (claims.isEmpty()) {
      return List.of();
    }
    String all = " of " + Numbers.count(reports.size(), "claim") + " below: ";
    return List.of(
        banner(
            claims.entrySet().stream()
                .map(claim -> Numbers.count(claim.getValue()) + all + claim.getKey())
                .toList()));
  }

  private static DomContent banner(List<String> paragraphs) {
    return section(
            h2("These figures do not rest on the published data").withId(ID),
            each(paragraphs, words -> p(words + ".")))
        .withClass("stand-in")
        .attr("aria-labelledby", ID);
  }
}
