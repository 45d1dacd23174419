package org.dartboard.report.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dartboard.report.data.ClaimSummary;
import org.dartboard.report.data.Kind;
import org.dartboard.report.data.Outcome;
import org.dartboard.report.data.Paper;
import org.dartboard.report.data.Profile;
import org.jspecify.annotations.Nullable;

/** A claim's summary as rows of key and value, all of them, in a fixed order. */
final class SummaryCodec {
  /** The key that the format had last. */
  static final String COMPLETENESS = "completeness";

  static final List<String> KEYS =
      List.of(
          "paper",
          "paper title",
          "authors",
          "year",
          "venue",
          "identifiers",
          "claim",
          "title",
          "statement",
          "kind",
          "profile",
          "outcome",
          "reason",
          "rule",
          "adaptation",
          "reconstruction",
          "runs",
          COMPLETENESS,
          "command");

  private SummaryCodec() {}

  static List<List<String>> encode(ClaimSummary summary) {
    Paper paper = summary.paper();
    Profile profile = summary.profile();
    List<String> values =
        List.of(
            paper.id(),
            paper.title(),
            paper.authors(),
            Integer.toString(paper.year()),
            paper.venue(),
            paper.identifiers(),
            summary.id(),
            summary.title(),
            summary.statement(),
            summary.kind().text(),
            profile == null ? "" : profile.text(),
            summary.outcome().text(),
            summary.reason(),
            summary.rule(),
            summary.adaptation(),
            summary.reconstruction(),
            Integer.toString(summary.runs()),
            Double.toString(summary.completeness()),
            summary.command());
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < KEYS.size(); i++) {
      rows.add(List.of(KEYS.get(i), values.get(i)));
    }
    return rows;
  }

  /** The summary, or null where one of its values is not sound; the problems then say why. */
  static @Nullable ClaimSummary decode(Map<String, SheetRow> rows) {
    Integer year = required(rows, "year", row(rows, "year").whole(KeyValue.VALUE));
    Kind kind = required(rows, "kind", row(rows, "kind").word(KeyValue.VALUE, Kind.class));
    Profile profile = row(rows, "profile").word(KeyValue.VALUE, Profile.class);
    Outcome outcome =
        required(rows, "outcome", row(rows, "outcome").word(KeyValue.VALUE, Outcome.class));
    Integer runs = required(rows, "runs", row(rows, "runs").whole(KeyValue.VALUE));
    Double completeness = completeness(rows, outcome);
    boolean sound = KEYS.stream().filter(rows::containsKey).allMatch(key -> row(rows, key).sound());
    if (year == null
        || kind == null
        || outcome == null
        || runs == null
        || completeness == null
        || !sound) {
      return null;
    }
    return row(rows, "paper")
        .make(
            () ->
                new ClaimSummary(
                    new Paper(
                        value(rows, "paper"),
                        value(rows, "paper title"),
                        value(rows, "authors"),
                        year,
                        value(rows, "venue"),
                        value(rows, "identifiers")),
                    value(rows, "claim"),
                    value(rows, "title"),
                    value(rows, "statement"),
                    kind,
                    profile,
                    outcome,
                    value(rows, "reason"),
                    value(rows, "rule"),
                    value(rows, "adaptation"),
                    value(rows, "reconstruction"),
                    runs,
                    completeness,
                    value(rows, "command")));
  }

  /** A file of the format without it says only by its outcome whether runs may be missing. */
  private static @Nullable Double completeness(
      Map<String, SheetRow> rows, @Nullable Outcome outcome) {
    if (!rows.containsKey(COMPLETENESS)) {
      return outcome == Outcome.INCONCLUSIVE ? 0.0 : 1.0;
    }
    return required(rows, COMPLETENESS, row(rows, COMPLETENESS).number(KeyValue.VALUE));
  }

  private static <T> @Nullable T required(
      Map<String, SheetRow> rows, String key, @Nullable T value) {
    return row(rows, key).required(KeyValue.VALUE, value);
  }

  private static String value(Map<String, SheetRow> rows, String key) {
    return row(rows, key).text(KeyValue.VALUE);
  }

  private static SheetRow row(Map<String, SheetRow> rows, String key) {
    SheetRow row = rows.get(key);
    if (row == null) {
      throw new IllegalArgumentException("no row has the key " + key);
    }
    return row;
  }
}
