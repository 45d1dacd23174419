package org.dartboard.report.site;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.header;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dartboard.report.csv.ClaimFiles;
import org.dartboard.report.csv.PaperReports;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.ClaimSummary;
import org.dartboard.report.data.PaperReport;
import org.dartboard.report.data.SearchRow;

/** The page of one paper, to be read alone: method, claims and verdicts, searches, curves. */
final class PaperPage {
  private static final String ROOT = "../../";

  private PaperPage() {}

  /** Where a paper's page is, from the root. */
  static String place(String paper) {
    return PaperReports.PAPERS + "/" + paper + "/index.html";
  }

  /**
   * The page.
   *
   * @param claims those of the paper that have reports, in their order
   */
  static String html(PaperReport report, List<ClaimReport> claims, Map<Chart, ChartFiles> charts) {
    List<DomContent> content = new ArrayList<>();
    content.addAll(
        report.standIn().isBlank() ? StandInBanner.of(claims) : StandInBanner.of(report.standIn()));
    content.add(
        nav(ol(
                li(a("All claims").withHref(ROOT + "index.html")),
                li(span(report.paper().id()).attr("aria-current", "page"))))
            .withClass("breadcrumb")
            .attr("aria-label", "Breadcrumb"));
    content.add(
        header(h1(report.paper().title()), p(IndexPage.byline(report.paper())).withClass("byline"))
            .withClass("claim-head"));
    if (!report.equations().isEmpty()) {
      content.add(
          part(
              "method",
              "The method",
              ul(each(report.equations(), equation -> li(code(equation)))).withClass("equations")));
    }
    if (!report.differences().isEmpty()) {
      content.add(
          part(
              "differences",
              "What differs here, and why",
              ul(each(report.differences(), difference -> li(difference)))));
    }
    if (!claims.isEmpty()) {
      content.add(part("verdicts", "Claims and verdicts", each(claims, claim -> claim(claim))));
    }
    if (!report.history().isEmpty()) {
      content.add(
          part(
              "history",
              "When the rules were fixed, and what was known then",
              ul(each(report.history(), change -> li(change)))));
    }
    DomContent searches =
        report.searches().isEmpty()
            ? null
            : part("searches", "What was run", searches(report.searches()));
    DomContent curves =
        report.charts().isEmpty()
            ? null
            : part(
                "charts",
                claims.isEmpty() ? "At a glance" : "Curves",
                each(
                    report.charts(),
                    chart -> ChartFigure.of(chart, Objects.requireNonNull(charts.get(chart)))));
    // Without claims the chart is what the page is about.
    Stream.of(claims.isEmpty() ? curves : searches, claims.isEmpty() ? searches : curves)
        .flatMap(Stream::ofNullable)
        .forEach(content::add);
    return Layout.page(report.paper().title() + " – Dartboard", ROOT, false, content);
  }

  private static DomContent part(String id, String heading, DomContent content) {
    return section(h2(heading).withId(id), content)
        .withClasses("part", id)
        .attr("aria-labelledby", id);
  }

  private static DomContent claim(ClaimReport claim) {
    ClaimSummary summary = claim.summary();
    List<DomContent> content = new ArrayList<>();
    content.add(
        h3(a(summary.title()).withHref(ROOT + ClaimFiles.folder(summary) + "/index.html"))
            .withId("claim-" + summary.id()));
    content.add(
        p(Badge.of(summary.outcome()), text(" "), span(summary.reason()).withClass("reason"))
            .withClass("verdict-line"));
    content.add(p(summary.statement()));
    if (!summary.adaptation().isBlank()) {
      content.add(p(span("What differs: ").withClass("detail"), text(summary.adaptation())));
    }
    if (!summary.rule().isBlank()) {
      content.add(p(span("Rule: ").withClass("detail"), text(summary.rule())));
    }
    if (!claim.figures().isEmpty()) {
      content.add(FiguresTable.of(claim.figures()));
    }
    return section(content.toArray(DomContent[]::new))
        .withClasses("paper-claim", Badge.cssClass(summary.outcome()))
        .attr("aria-labelledby", "claim-" + summary.id());
  }

  private static DomContent searches(List<SearchRow> rows) {
    return div(table(
            caption(
                span("Searches of the claims, and how many of their seeds have ended."
                        + " Hours are those of a seed on the machine it ran on.")
                    .withClass("caption")),
            thead(
                tr(
                    th("Search").attr("scope", "col"),
                    th("Method").attr("scope", "col"),
                    th("Settings").attr("scope", "col"),
                    th("Profile").attr("scope", "col"),
                    th("Runs").attr("scope", "col").withClass("num"),
                    th("Hours each").attr("scope", "col").withClass("num"))),
            tbody(
                each(
                    rows,
                    row ->
                        tr(
                            th(row.label()).attr("scope", "row"),
                            td(code(row.method())),
                            td(row.settings().isEmpty() ? "the method's own" : row.settings()),
                            td(row.profile().text()),
                            td(row.finished() + " of " + row.planned()).withClass("num"),
                            row.hours() == null
                                ? td("queued").withClass("none")
                                : td(Numbers.figure(row.hours(), "")).withClass("num"))))))
        .withClass("scroll")
        .withTabindex(0)
        .attr("role", "region")
        .attr("aria-label", "Searches");
  }
}
