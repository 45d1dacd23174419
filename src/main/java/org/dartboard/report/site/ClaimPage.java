package org.dartboard.report.site;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.header;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dartboard.report.csv.ClaimFiles;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.ClaimSummary;
import org.dartboard.report.data.Entry;
import org.dartboard.report.data.Paper;
import org.dartboard.report.data.Profile;
import org.jspecify.annotations.Nullable;

/** The page of one claim. */
final class ClaimPage {
  private static final String ROOT = "../../../";

  private ClaimPage() {}

  static String html(
      ClaimReport report,
      Map<Chart, ChartFiles> charts,
      @Nullable ClaimSummary previous,
      @Nullable ClaimSummary next) {
    ClaimSummary summary = report.summary();
    List<DomContent> content = new ArrayList<>();
    content.addAll(StandInBanner.of(report));
    content.add(breadcrumb(summary));
    content.add(head(summary));
    content.add(verdict(summary));
    content.addAll(Notes.of(report));
    if (!report.figures().isEmpty()) {
      content.add(part("figures", "Published and measured", FiguresTable.of(report.figures())));
    }
    if (!report.charts().isEmpty()) {
      content.add(
          part(
              "charts",
              "Charts",
              each(report.charts(), chart -> ChartFigure.of(chart, drawn(charts, chart)))));
    }
    List<DomContent> pairs = new ArrayList<>();
    if (!report.configuration().isEmpty()) {
      pairs.add(part("configuration", "Configuration", entries(report.configuration())));
    }
    if (!report.provenance().isEmpty()) {
      pairs.add(part("provenance", "Provenance", entries(report.provenance())));
    }
    content.add(div(pairs.toArray(DomContent[]::new)).withClass("pairs"));
    if (!summary.command().isBlank()) {
      content.add(part("again", "Run it again", pre(code(summary.command())).withTabindex(0)));
    }
    content.add(part("files", "Files", files(report)));
    content.add(neighbours(previous, next));
    return Layout.page(
        summary.title() + " – " + summary.outcome().text() + " – Dartboard", ROOT, false, content);
  }

  private static ChartFiles drawn(Map<Chart, ChartFiles> charts, Chart chart) {
    ChartFiles files = charts.get(chart);
    if (files == null) {
      throw new IllegalArgumentException("chart " + chart.id() + " was not drawn");
    }
    return files;
  }

  private static DomContent breadcrumb(ClaimSummary summary) {
    return nav(ol(
            li(a("All claims").withHref(ROOT + "index.html")),
            li(a(summary.paper().id()).withHref(ROOT + "index.html#paper=" + summary.paper().id())),
            li(span(summary.id()).attr("aria-current", "page"))))
        .withClass("breadcrumb")
        .attr("aria-label", "Breadcrumb");
  }

  private static DomContent head(ClaimSummary summary) {
    return header(
            h1(summary.title()),
            p(summary.statement()).withClass("statement"),
            p(citation(summary.paper())).withClass("byline"))
        .withClass("claim-head");
  }

  /** Title, authors, venue, year and identifiers, as far as they are known. */
  static String citation(Paper paper) {
    String venue = (paper.venue() + " " + paper.year()).strip();
    return String.join(
        " · ",
        Stream.of(paper.title(), paper.authors(), venue, paper.identifiers())
            .filter(part -> !part.isBlank())
            .toList());
  }

  private static DomContent verdict(ClaimSummary summary) {
    Profile profile = summary.profile();
    return section(
            h2("Verdict").withId("verdict"),
            p(Badge.of(summary.outcome()), span(summary.reason()).withClass("reason"))
                .withClass("verdict-line"),
            dl(
                summary.rule().isBlank()
                    ? null
                    : fact("Rule, as the claim file has it", summary.rule()),
                fact("Kind", summary.kind().text()),
                fact("Profile", profile == null ? "none: nothing was run" : profile.text()),
                fact("Runs", Numbers.count(summary.runs()))))
        .withClasses("verdict", Badge.cssClass(summary.outcome()))
        .attr("aria-labelledby", "verdict");
  }

  private static DomContent fact(String name, String value) {
    return div(dt(name), dd(value)).withClass("fact");
  }

  private static DomContent part(String id, String heading, DomContent content) {
    return section(h2(heading).withId(id), content)
        .withClasses("part", id)
        .attr("aria-labelledby", id);
  }

  private static DomContent entries(List<Entry> entries) {
    return dl(each(entries, entry -> div(dt(entry.key()), dd(entry.value())).withClass("fact")))
        .withClass("entries");
  }

  private static DomContent files(ClaimReport report) {
    Stream<String> images =
        report.charts().stream()
            .flatMap(chart -> Stream.of(chart.id() + ".png", chart.id() + ".svg"));
    return ul(each(
            Stream.concat(ClaimFiles.ALL.stream(), images).toList(),
            file -> li(a(file).withHref(file))))
        .withClass("files-list");
  }

  private static DomContent neighbours(
      @Nullable ClaimSummary previous, @Nullable ClaimSummary next) {
    List<DomContent> links = new ArrayList<>();
    if (previous != null) {
      links.add(neighbour("Previous claim", "prev", previous));
    }
    if (next != null) {
      links.add(neighbour("Next claim", "next", next));
    }
    return nav(links.toArray(DomContent[]::new))
        .withClass("neighbours")
        .attr("aria-label", "Other claims");
  }

  private static DomContent neighbour(String direction, String rel, ClaimSummary summary) {
    return a(span(direction).withClass("direction"), span(summary.title()))
        .withRel(rel)
        .withClass(rel)
        .withHref(ROOT + ClaimFiles.folder(summary) + "/index.html");
  }
}
