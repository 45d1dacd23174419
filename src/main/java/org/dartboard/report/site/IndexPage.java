package org.dartboard.report.site;

import static j2html.TagCreator.a;
import static j2html.TagCreator.article;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.header;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dartboard.report.csv.ClaimFiles;
import org.dartboard.report.csv.Studies;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.ClaimSummary;
import org.dartboard.report.data.Outcome;
import org.dartboard.report.data.Paper;
import org.dartboard.report.data.PaperReport;
import org.dartboard.report.data.Profile;
import org.dartboard.report.data.Study;

/** The first page: every claim's verdict at a glance. */
final class IndexPage {
  /** The page that is about no single paper. */
  private static final String ALL_SEARCHES = "all-searches";

  private IndexPage() {}

  /** The page; the reports come in the order in which they are shown, those of a paper together. */
  static String html(List<ClaimReport> reports, List<PaperReport> withPages, List<Study> studies) {
    Map<String, List<ClaimSummary>> papers = new LinkedHashMap<>();
    for (ClaimReport report : reports) {
      ClaimSummary summary = report.summary();
      papers.computeIfAbsent(summary.paper().id(), unused -> new ArrayList<>()).add(summary);
    }
    Set<String> pages = new HashSet<>();
    withPages.forEach(paper -> pages.add(paper.paper().id()));
    List<DomContent> content = new ArrayList<>();
    content.addAll(StandInBanner.of(reports));
    content.add(intro());
    if (pages.contains(ALL_SEARCHES)) {
      content.add(
          p(a("All searches").withHref(PaperPage.place(ALL_SEARCHES)), text(" in one chart.")));
    }
    if (reports.isEmpty()) {
      content.add(
          p(
                  text("No claim has been reproduced into this folder yet. "),
                  code("scripts/dartboard reproduce"),
                  text(" does it."))
              .withClass("empty"));
    } else {
      content.add(glance(reports, papers.size()));
      content.add(Filters.of(reports));
      content.addAll(papers.values().stream().map(claims -> paper(claims, pages)).toList());
    }
    if (!studies.isEmpty()) {
      content.add(studies(studies));
    }
    return Layout.page("Dartboard – claims and verdicts", "", true, content);
  }

  private static DomContent studies(List<Study> studies) {
    return section(
            h2("What decided how claims are run").withId("studies"),
            ul(
                each(
                    studies,
                    study ->
                        li(
                            a(study.title())
                                .withHref(Studies.FOLDER + "/" + study.id() + "/index.html"),
                            text(": " + study.conclusion()),
                            study.standIn().isBlank()
                                ? null
                                : strong(" The page's figures are those of a stand-in.")))))
        .attr("aria-labelledby", "studies");
  }

  private static DomContent intro() {
    return header(
            h1("Claims and verdicts"),
            p("Each line below is a claim about differentiable architecture search, put to the test"
                    + " of a rule that its file fixes. Follow a claim to its published and measured"
                    + " figures, its charts, and the command that regenerates them.")
                .withClass("lead"))
        .withClass("index-head");
  }

  private static DomContent glance(List<ClaimReport> reports, int papers) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (ClaimReport report : reports) {
      counts.merge(report.summary().outcome(), 1, Integer::sum);
    }
    return section(
            h2(Numbers.count(reports.size(), "claim") + " from " + Numbers.count(papers, "paper"))
                .withId("glance"),
            div(each(
                    List.copyOf(counts.entrySet()),
                    count ->
                        div()
                            .withClass(Badge.cssClass(count.getKey()))
                            .withStyle("flex-grow:" + count.getValue())))
                .withClass("bar")
                .attr("aria-hidden", "true"),
            ul(each(
                    List.copyOf(counts.entrySet()),
                    count ->
                        li(
                            a(
                                    Badge.icon(count.getKey()),
                                    span(Numbers.count(count.getValue())).withClass("count"),
                                    text(" "),
                                    span(count.getKey().text()))
                                .withClass(Badge.cssClass(count.getKey()))
                                .withHref("#outcome=" + Filters.token(count.getKey().text())))))
                .withClass("counts"))
        .withClass("glance")
        .attr("aria-labelledby", "glance");
  }

  private static DomContent paper(List<ClaimSummary> claims, Set<String> pages) {
    Paper paper = claims.get(0).paper();
    String id = "paper-" + paper.id();
    return section(
            h2(paper.title()).withId(id),
            p(byline(paper)).withClass("byline"),
            pages.contains(paper.id())
                ? p(a("The paper on one page").withHref(PaperPage.place(paper.id())))
                : null,
            ul(each(claims, claim -> li(card(claim)).withClass("claim-item"))).withClass("claims"))
        .withClass("paper")
        .attr("aria-labelledby", id);
  }

  /** Who wrote a paper, and where it appeared. */
  static String byline(Paper paper) {
    String citation = ClaimPage.citation(paper);
    return citation.substring(Math.min(citation.length(), paper.title().length() + " · ".length()));
  }

  private static DomContent card(ClaimSummary claim) {
    Profile profile = claim.profile();
    return article(
            div(Badge.of(claim.outcome())).withClass("card-badge"),
            div(
                    h3(a(claim.title()).withHref(ClaimFiles.folder(claim) + "/index.html")),
                    p(claim.reason()).withClass("reason"))
                .withClass("card-text"),
            p(
                    span(claim.kind().text()),
                    span(profile == null ? "nothing run" : profile.text() + " profile"),
                    claim.runs() == 0 ? null : span(Numbers.count(claim.runs(), "run")))
                .withClass("card-meta"))
        .withClass("card")
        .attr("data-outcome", Filters.token(claim.outcome().text()))
        .attr("data-kind", claim.kind().text())
        .attr("data-paper", claim.paper().id())
        .attr("data-text", searchable(claim));
  }

  private static String searchable(ClaimSummary claim) {
    return String.join(
            " ",
            claim.name(),
            claim.title(),
            claim.statement(),
            claim.reason(),
            claim.outcome().text(),
            ClaimPage.citation(claim.paper()))
        .toLowerCase(Locale.ROOT);
  }
}
