package org.dartboard.report.site;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
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
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.Study;

/** The page of one study. */
final class StudyPage {
  private static final String ROOT = "../../";

  private StudyPage() {}

  /** The page; all of the study's charts were drawn. */
  static String html(Study study, Map<Chart, ChartFiles> charts) {
    List<DomContent> content = new ArrayList<>();
    content.addAll(StandInBanner.of(study.standIn()));
    content.add(
        nav(ol(
                li(a("All claims").withHref(ROOT + "index.html")),
                li(span(study.id()).attr("aria-current", "page"))))
            .withClass("breadcrumb")
            .attr("aria-label", "Breadcrumb"));
    content.add(
        header(h1(study.title()), p(study.lead()).withClass("statement")).withClass("claim-head"));
    content.add(part("conclusion", "What follows", p(study.conclusion())));
    content.add(part("rule", "The rule, fixed before the runs", p(study.rule())));
    if (!study.rows().isEmpty()) {
      content.add(part("table", "The figures", figures(study)));
    }
    List<DomContent> figures = new ArrayList<>();
    charts.forEach((chart, files) -> figures.add(ChartFigure.of(chart, files)));
    if (!figures.isEmpty()) {
      content.add(part("charts", "Charts", each(figures, figure -> figure)));
    }
    if (!study.command().isBlank()) {
      content.add(part("again", "Run it again", pre(code(study.command())).withTabindex(0)));
    }
    return Layout.page(study.title() + " – Dartboard", ROOT, false, content);
  }

  private static DomContent figures(Study study) {
    return div(table(
            thead(tr(each(study.columns(), column -> th(column).attr("scope", "col")))),
            tbody(each(study.rows(), row -> tr(each(row, field -> td(text(field))))))))
        .withClass("scroll")
        .withTabindex(0)
        .attr("role", "region")
        .attr("aria-label", "Figures of the study " + study.title());
  }

  private static DomContent part(String id, String title, DomContent content) {
    return section(h2(title).withId(id), content).attr("aria-labelledby", id);
  }
}
