package org.dartboard.report.site;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.img;
import static j2html.TagCreator.p;
import static j2html.TagCreator.source;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.TagCreator;
import j2html.tags.DomContent;
import j2html.tags.specialized.DetailsTag;
import j2html.tags.specialized.FigureTag;
import j2html.tags.specialized.PictureTag;
import j2html.tags.specialized.SourceTag;
import java.util.List;
import org.dartboard.report.chart.Image;
import org.dartboard.report.csv.ClaimFiles;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.SeriesPoint;
import org.jspecify.annotations.Nullable;

/** A chart on a page: picture, caption, and its data as a table. */
final class ChartFigure {
  private static final int MOST_ROWS = 100;
  private static final String DARK = "screen and (prefers-color-scheme: dark)";
  private static final String NARROW = "screen and (max-width: 640px)";
  private static final String NARROW_DARK = NARROW + " and (prefers-color-scheme: dark)";

  private ChartFigure() {}

  static FigureTag of(Chart chart, ChartFiles files) {
    return figure(
            picture(chart, files),
            figcaption(
                h3(chart.title()),
                p(chart.alternative()).withClass("reading").attr("aria-hidden", "true"),
                chart.leftOut() == 0 ? text("") : p(leftOut(chart)).withClass("left-out"),
                p(
                        text("Download: "),
                        a("PNG")
                            .withHref(chart.id() + ".png")
                            .attr("aria-label", label("PNG", chart)),
                        text(", "),
                        a("SVG")
                            .withHref(chart.id() + ".svg")
                            .attr("aria-label", label("SVG", chart)),
                        text(", "),
                        a("CSV")
                            .withHref(ClaimFiles.SERIES)
                            .attr("aria-label", label("CSV", chart)))
                    .withClass("downloads"),
                data(chart)))
        .withId("chart-" + chart.id());
  }

  private static String label(String format, Chart chart) {
    return format + " of the chart " + chart.title();
  }

  private static String leftOut(Chart chart) {
    return Numbers.count(chart.leftOut(), "point")
        + (chart.leftOut() == 1 ? " is" : " are")
        + " not drawn: not finite, or too large to be a measurement"
        + (chart.logX() ? ", or not positive on the logarithmic axis." : ".");
  }

  private static PictureTag picture(Chart chart, ChartFiles files) {
    return TagCreator.picture(
        variant(chart.id() + "-narrow-dark.svg", NARROW_DARK, files.narrowDark()),
        variant(chart.id() + "-narrow.svg", NARROW, files.narrow()),
        variant(chart.id() + "-dark.svg", DARK, files.wideDark()),
        img()
            .withSrc(chart.id() + ".svg")
            .withAlt(chart.alternative())
            .withWidth(Integer.toString(files.wide().width()))
            .withHeight(Integer.toString(files.wide().height())));
  }

  private static SourceTag variant(String file, String media, Image image) {
    return source()
        .withSrcset(file)
        .withMedia(media)
        .attr("type", "image/svg+xml")
        .attr("width", image.width())
        .attr("height", image.height());
  }

  private static DetailsTag data(Chart chart) {
    List<SeriesPoint> points = chart.points();
    boolean cut = points.size() > MOST_ROWS;
    String count =
        cut
            ? "The first " + MOST_ROWS + " of " + Numbers.count(points.size(), "point")
            : Numbers.count(points.size(), "point");
    return details(
        summary("Data of this chart (" + Numbers.count(points.size(), "point") + ")"),
        div(table(
                caption(
                    span(
                            text(
                                count
                                    + " of “"
                                    + chart.title()
                                    + "”. All digits of all points are in "),
                            a(ClaimFiles.SERIES).withHref(ClaimFiles.SERIES),
                            text("."))
                        .withClass("caption")),
                thead(
                    tr(
                        column("series"),
                        column("mark"),
                        column(chart.xLabel().isBlank() ? "x" : chart.xLabel()),
                        column(chart.yLabel().isBlank() ? "y" : chart.yLabel()),
                        column("low"),
                        column("high"))),
                tbody(each(points.stream().limit(MOST_ROWS).toList(), ChartFigure::row))))
            .withClass("scroll")
            .withTabindex(0)
            .attr("role", "region")
            .attr("aria-label", "Data of the chart " + chart.title()));
  }

  private static DomContent column(String name) {
    return th(name).attr("scope", "col");
  }

  private static DomContent row(SeriesPoint point) {
    return tr(
        th(point.series()).attr("scope", "row"),
        td(point.mark().text()),
        td(point.x()),
        number(point.y()),
        number(point.low()),
        number(point.high()));
  }

  private static DomContent number(@Nullable Double value) {
    return td(value == null ? "" : Numbers.figure(value, "")).withClass("num");
  }
}
