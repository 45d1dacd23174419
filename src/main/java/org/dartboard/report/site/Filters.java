package org.dartboard.report.site;

import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.select;

import j2html.tags.DomContent;
import j2html.tags.specialized.FormTag;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.Kind;
import org.dartboard.report.data.Outcome;

/** The index's filters. They are hidden until the script shows them: without it they do nothing. */
final class Filters {
  private Filters() {}

  static FormTag of(List<ClaimReport> reports) {
    List<String> outcomes =
        distinct(
            reports.stream().map(report -> report.summary().outcome()).sorted(), Outcome::text);
    List<String> kinds =
        distinct(reports.stream().map(report -> report.summary().kind()).sorted(), Kind::text);
    List<String> papers =
        distinct(
            reports.stream()
                .map(report -> report.summary().paper().id())
                .sorted(Comparator.naturalOrder()),
            id -> id);
    return form(
            div(
                    label("Search").withFor("filter-q"),
                    input()
                        .withType("search")
                        .withId("filter-q")
                        .withName("q")
                        .attr("autocomplete", "off")
                        .attr("spellcheck", "false"))
                .withClass("field grow"),
            choice("outcome", "Outcome", "All outcomes", outcomes),
            choice("kind", "Kind", "All kinds", kinds),
            choice("paper", "Paper", "All papers", papers),
            button("Clear").withType("reset").withClass("clear"),
            p().withId("filter-count").withClass("filter-count").attr("role", "status"))
        .withId("filters")
        .withClass("filters")
        .attr("role", "search")
        .attr("aria-label", "Filter claims")
        .attr("hidden");
  }

  /** A word as it stands in data attributes and in the address: hyphens instead of blanks. */
  static String token(String word) {
    return word.replace(' ', '-');
  }

  private static <T> List<String> distinct(Stream<T> values, Function<T, String> word) {
    return values.map(word).distinct().toList();
  }

  private static DomContent choice(String name, String title, String all, List<String> words) {
    return div(
            label(title).withFor("filter-" + name),
            select(
                    option(all).withValue(""),
                    each(words, word -> option(word).withValue(token(word))))
                .withId("filter-" + name)
                .withName(name))
        .withClass("field");
  }
}
