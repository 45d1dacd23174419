package org.dartboard.report.csv;

import java.util.ArrayList;
import java.util.List;
import org.dartboard.report.data.Confidence;
import org.dartboard.report.data.Difference;
import org.dartboard.report.data.FigureRow;
import org.dartboard.report.data.Measured;
import org.dartboard.report.data.Published;
import org.dartboard.report.data.Setting;
import org.jspecify.annotations.Nullable;

/** The rows of a claim's table as CSV: what is blank was not published, or not run. */
final class FigureCodec {
  static final List<String> HEADER =
      List.of(
          "label",
          "dataset",
          "split",
          "epochs",
          "quantity",
          "unit",
          "published",
          "published_spread",
          "spread_meaning",
          "published_runs",
          "source",
          "confidence",
          "family",
          "measured",
          "measured_sd",
          "measured_runs",
          "measured_low",
          "measured_high",
          "difference",
          "difference_low",
          "difference_high",
          "finding",
          "desk",
          "desk_sd",
          "desk_runs",
          "desk_low",
          "desk_high",
          "paper",
          "paper_sd",
          "paper_runs",
          "paper_low",
          "paper_high");

  private FigureCodec() {}

  static Sheet encode(List<FigureRow> figures) {
    return new Sheet(HEADER, figures.stream().map(FigureCodec::fields).toList());
  }

  static List<FigureRow> decode(List<SheetRow> rows) {
    List<FigureRow> figures = new ArrayList<>();
    for (SheetRow row : rows) {
      FigureRow figure = row.make(() -> figure(row));
      if (figure != null && row.sound()) {
        figures.add(figure);
      }
    }
    return figures;
  }

  private static List<String> fields(FigureRow row) {
    List<String> fields = new ArrayList<>();
    fields.add(row.label());
    fields.add(row.setting().dataset());
    fields.add(row.setting().split());
    fields.add(Fields.of(row.setting().epochs()));
    fields.add(row.quantity());
    fields.add(row.unit());
    Published published = row.published();
    fields.add(published == null ? "" : Fields.of(published.value()));
    fields.add(published == null ? "" : Fields.of(published.spread()));
    fields.add(published == null ? "" : published.spreadMeaning());
    fields.add(published == null ? "" : Fields.of(published.runs()));
    fields.add(published == null ? "" : published.source());
    fields.add(published == null ? "" : published.confidence().text());
    fields.add(published == null ? "" : published.family());
    add(fields, row.measured());
    Difference difference = row.difference();
    fields.add(difference == null ? "" : Fields.of(difference.value()));
    fields.add(difference == null ? "" : Fields.of(difference.low()));
    fields.add(difference == null ? "" : Fields.of(difference.high()));
    fields.add(row.finding());
    add(fields, row.desk());
    add(fields, row.paper());
    return fields;
  }

  private static void add(List<String> fields, @Nullable Measured measured) {
    fields.add(measured == null ? "" : Fields.of(measured.mean()));
    fields.add(measured == null ? "" : Fields.of(measured.sd()));
    fields.add(measured == null ? "" : Fields.of(measured.runs()));
    fields.add(measured == null ? "" : Fields.of(measured.low()));
    fields.add(measured == null ? "" : Fields.of(measured.high()));
  }

  private static FigureRow figure(SheetRow row) {
    return new FigureRow(
        row.text("label"),
        new Setting(row.text("dataset"), row.text("split"), row.whole("epochs")),
        row.text("quantity"),
        row.text("unit"),
        published(row),
        measured(row, "measured"),
        difference(row),
        row.text("finding"),
        measured(row, "desk"),
        measured(row, "paper"));
  }

  private static @Nullable Published published(SheetRow row) {
    Double spread = row.number("published_spread");
    Integer runs = row.whole("published_runs");
    Double value = row.number("published");
    if (value == null) {
      onlyWith(row, "published", "published_spread", "published_runs", "confidence");
      return null;
    }
    Confidence confidence = row.required("confidence", row.word("confidence", Confidence.class));
    if (confidence == null) {
      return null;
    }
    return new Published(
        value,
        spread,
        row.text("spread_meaning"),
        runs,
        row.text("source"),
        confidence,
        row.text("family"));
  }

  private static @Nullable Measured measured(SheetRow row, String column) {
    Double sd = row.number(column + "_sd");
    Double low = row.number(column + "_low");
    Double high = row.number(column + "_high");
    Double mean = row.number(column);
    if (mean == null) {
      onlyWith(row, column, column + "_sd", column + "_runs", column + "_low", column + "_high");
      return null;
    }
    Integer runs = row.required(column + "_runs", row.whole(column + "_runs"));
    return runs == null ? null : new Measured(mean, sd, runs, low, high);
  }

  private static @Nullable Difference difference(SheetRow row) {
    Double low = row.number("difference_low");
    Double high = row.number("difference_high");
    Double value = row.number("difference");
    if (value == null) {
      onlyWith(row, "difference", "difference_low", "difference_high");
      return null;
    }
    return new Difference(value, low, high);
  }

  /** Refuses details of a figure that is itself blank. */
  private static void onlyWith(SheetRow row, String column, String... details) {
    for (String detail : details) {
      if (row.text(column).isEmpty() && !row.text(detail).isEmpty()) {
        throw new IllegalArgumentException(
            column + " is blank, but " + detail + " is " + Quoted.text(row.text(detail)));
      }
    }
  }
}
