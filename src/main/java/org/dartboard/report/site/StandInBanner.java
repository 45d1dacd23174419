package org.dartboard.report.site;

import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import j2html.tags.DomContent;
import java.util.List;
import org.dartboard.report.data.ClaimReport;

/** Says at the top of a page that its figures are not those of the published data. */
final class StandInBanner {
  private static final String ID = "stand-in";

  private StandInBanner() {}

  /** The banner of a claim's page; empty where the figures are of published data. */
  static List<DomContent> of(ClaimReport report) {
    return report.standIn().stream().map(StandInBanner::banner).toList();
  }

  /**
   * The banner of a page with figures of its own.
   *
   * @param standIn what must be said of them; blank, and no banner, where they are published data
   */
  static List<DomContent> of(String standIn) {
    return standIn.isBlank() ? List.of() : List.of(banner(standIn));
  }

  /** The banner of a page on several claims; empty where all rest on published data. */
  static List<DomContent> of(List<ClaimReport> reports) {
    long count = reports.stream().filter(report -> report.standIn().isPresent()).count();
    return reports.stream()
        .flatMap(report -> report.standIn().stream())
        .findFirst()
        .map(
            words ->
                banner(
                    Numbers.count(count)
                        + " of "
                        + Numbers.count(reports.size(), "claim")
                        + " below: "
                        + words))
        .stream()
        .toList();
  }

  private static DomContent banner(String words) {
    return section(h2("These are not the figures of NAS-Bench-201").withId(ID), p(words + "."))
        .withClass("stand-in")
        .attr("aria-labelledby", ID);
  }
}
