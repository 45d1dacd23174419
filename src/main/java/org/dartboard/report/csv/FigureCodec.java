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
          "finding");

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
    Measured measured = row.measured();
    fields.add(measured == null ? "" : Fields.of(measured.mean()));
    fields.add(measured == null ? "" : Fields.of(measured.sd()));
    fields.add(measured == null ? "" : Fields.of(measured.runs()));
    fields.add(measured == null ? "" : Fields.of(measured.low()));
    fields.add(measured == null ? "" : Fields.of(measured.high()));
    Difference difference = row.difference();
    fields.add(difference == null ? "" : Fields.of(difference.value()));
    fields.add(difference == null ? "" : Fields.of(difference.low()));
    fields.add(difference == null ? "" : Fields.of(difference.high()));
    fields.add(row.finding());
    return fields;
  }

  private static FigureRow figure(SheetRow row) {
    return new FigureRow(
        row.text("label"),
        new Setting(row.text("dataset"), row.text("split"), row.whole("epochs")),
        row.text("quantity"),
        row.text("unit"),
        published(row),
        measured(row),
        difference(row),
        row.text("finding"));
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

  private static @Nullable Measured measured(SheetRow row) {
    Double sd = row.number("measured_sd");
    Double low = row.number("measured_low");
    Double high = row.number("measured_high");
    Double mean = row.number("measured");
    if (mean == null) {
      onlyWith(row, "measured", "measured_sd", "measured_runs", "measured_low", "measured_high");
      return null;
    }
    Integer runs = row.required("measured_runs", row.whole("measured_runs"));
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
