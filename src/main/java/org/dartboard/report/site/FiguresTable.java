package org.dartboard.report.site;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import j2html.tags.specialized.DivTag;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.TrTag;
import java.util.List;
import java.util.stream.Stream;
import org.dartboard.report.data.Confidence;
import org.dartboard.report.data.Difference;
import org.dartboard.report.data.FigureRow;
import org.dartboard.report.data.Measured;
import org.dartboard.report.data.Published;
import org.dartboard.report.data.Setting;
import org.jspecify.annotations.Nullable;

/** The table of published and measured figures. What does not exist is said in words. */
final class FiguresTable {
  /** With spaces at which no line is broken. */
  private static final String COUNT = "n\u00a0=\u00a0";

  private static final String COMMA = ",\u00a0";

  private FiguresTable() {}

  static DivTag of(List<FigureRow> rows) {
    boolean byProfile = rows.stream().anyMatch(row -> row.desk() != null || row.paper() != null);
    return div(table(
                caption(
                    span("Published and measured figures. ± is as the paper means it; n is the number of"
                            + " runs; brackets hold intervals.")
                        .withClass("caption")),
                thead(
                    tr(
                        heading("Figure", ""),
                        heading("Published", "num"),
                        heading("Source", ""),
                        byProfile
                            ? each(heading("Desk", "num"), heading("Paper", "num"))
                            : heading("Measured", "num"),
                        heading("Difference", "num"),
                        heading("Finding", ""))),
                tbody(each(rows, row -> row(row, byProfile))))
            .withClass("figures"))
        .withClass("scroll")
        .withTabindex(0)
        .attr("role", "region")
        .attr("aria-label", "Published and measured figures");
  }

  private static DomContent heading(String text, String classes) {
    return th(text).attr("scope", "col").withCondClass(!classes.isEmpty(), classes);
  }

  private static TrTag row(FigureRow row, boolean byProfile) {
    return tr(
        th(span(row.label()), small(setting(row))).attr("scope", "row"),
        published(row),
        source(row.published()),
        byProfile
            ? each(measured(row, row.desk()), measured(row, row.paper()))
            : measured(row, row.measured()),
        difference(row),
        row.finding().isEmpty() ? none("–") : td(row.finding()));
  }

  private static String setting(FigureRow row) {
    Setting setting = row.setting();
    Stream<String> parts =
        Stream.of(
            setting.dataset(),
            setting.split(),
            setting.epochs() == null ? "" : Numbers.count(setting.epochs(), "epoch"),
            row.quantity() + (row.unit().isEmpty() ? "" : " (" + row.unit() + ")"));
    return String.join(" · ", parts.filter(part -> !part.isBlank()).toList());
  }

  private static TdTag published(FigureRow row) {
    Published published = row.published();
    if (published == null) {
      return none("not published").withClass("num none");
    }
    Double spread = published.spread();
    String value =
        Numbers.figure(published.value(), row.unit())
            + (spread == null ? "" : " ± " + Numbers.figure(spread, row.unit()));
    String meaning =
        spread == null
            ? ""
            : "± " + (published.spreadMeaning().isEmpty() ? "unknown" : published.spreadMeaning());
    String runs = published.runs() == null ? "n unknown" : COUNT + Numbers.count(published.runs());
    return td(span(value).withClass("value"), small(meaning), small(runs)).withClass("num");
  }

  private static TdTag source(@Nullable Published published) {
    if (published == null) {
      return none("–");
    }
    boolean memory = published.confidence() == Confidence.MEMORY;
    return td(
            span(published.confidence().text())
                .withClasses("confidence", memory ? "is-memory" : null),
            small(joined(published.source(), published.family())))
        .withClass("source");
  }

  private static TdTag measured(FigureRow row, @Nullable Measured measured) {
    if (measured == null) {
      return none(row.isContext() ? "–" : "not run").withClass("num none");
    }
    String unit = row.unit();
    String sd = measured.sd() == null ? "" : "sd " + Numbers.figure(measured.sd(), unit);
    return td(
            span(Numbers.figure(measured.mean(), unit)).withClass("value"),
            small(interval(measured.low(), measured.high(), unit, false)),
            small(sd),
            small(COUNT + Numbers.count(measured.runs())))
        .withClass("num");
  }

  private static TdTag difference(FigureRow row) {
    Difference difference = row.difference();
    if (difference == null) {
      return none("–").withClass("num none");
    }
    return td(
            span(Numbers.change(difference.value(), row.unit())).withClass("value"),
            small(interval(difference.low(), difference.high(), row.unit(), true)))
        .withClass("num");
  }

  private static String interval(
      @Nullable Double low, @Nullable Double high, String unit, boolean change) {
    if (low == null || high == null) {
      return "";
    }
    return change
        ? "[" + Numbers.change(low, unit) + COMMA + Numbers.change(high, unit) + "]"
        : "[" + Numbers.figure(low, unit) + COMMA + Numbers.figure(high, unit) + "]";
  }

  private static String joined(String first, String second) {
    return first.isBlank() || second.isBlank() ? first + second : first + " · " + second;
  }

  private static DomContent small(String text) {
    return text.isEmpty() ? text("") : span(text).withClass("detail");
  }

  private static TdTag none(String text) {
    return td(text).withClass("none");
  }
}
