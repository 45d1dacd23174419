package org.dartboard.report.site;

import static j2html.TagCreator.a;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.header;
import static j2html.TagCreator.img;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import j2html.tags.DomContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dartboard.io.AtomicFiles;
import org.dartboard.report.chart.ChartImages;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.Entry;

/** The page on the embedded table: what it is like, in figures and a chart. */
public final class StatisticsPage {
  private StatisticsPage() {}

  /**
   * Writes {@code index.html}, {@code statistics.csv} and the charts.
   *
   * @param folder below the reports folder, whose style sheet it uses
   * @param words what must be said before any figure
   * @param facts by name, in their order
   */
  public static Path write(Path folder, String words, List<Entry> facts, List<Chart> charts)
      throws IOException {
    StringBuilder csv = new StringBuilder("# " + words + "\nwhat,value\n");
    for (Entry fact : facts) {
      csv.append(quoted(fact.key())).append(',').append(quoted(fact.value())).append('\n');
    }
    AtomicFiles.write(folder.resolve("statistics.csv"), csv.toString());
    for (Chart chart : charts) {
      AtomicFiles.write(folder.resolve(chart.id() + ".png"), ChartImages.png(chart).bytes());
    }
    Path page = folder.resolve("index.html");
    AtomicFiles.write(page, html(words, facts, charts));
    return page;
  }

  private static String html(String words, List<Entry> facts, List<Chart> charts) {
    List<DomContent> content = new ArrayList<>();
    content.add(
        section(h2("These are not the figures of NAS-Bench-201").withId("stand-in"), p(words))
            .withClass("stand-in")
            .attr("aria-labelledby", "stand-in"));
    content.add(
        header(
            h1("The embedded table"),
            p("What stands in where the published table is missing, and how far it is like it.")
                .withClass("lead")));
    for (Chart chart : charts) {
      content.add(
          figure(
              img().withSrc(chart.id() + ".png").withAlt(chart.alternative()),
              figcaption(p(chart.title()))));
    }
    content.add(
        section(
                h2("Figures").withId("figures"),
                dl(each(facts, fact -> div(dt(fact.key()), dd(fact.value())).withClass("fact")))
                    .withClass("entries"),
                p(a("All of them as CSV").withHref("statistics.csv")))
            .withClass("part")
            .attr("aria-labelledby", "figures"));
    return Layout.page("The embedded table – Dartboard", "../", false, content);
  }

  private static String quoted(String text) {
    return text.contains(",") || text.contains("\"")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
