package org.dartboard.report.csv;

import java.util.ArrayList;
import java.util.List;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.ClaimSummary;
import org.dartboard.report.data.Profile;
import org.dartboard.report.data.StandInWords;

/**
 * All verdicts as one CSV file, one row a claim, for programs to read. Where a claim rests on a
 * stand-in for published data there is a last column, {@code stand_in}, blank for those that do
 * not.
 */
public final class Verdicts {
  /** The file's name, in the output folder. */
  public static final String FILE = "verdicts.csv";

  private static final List<String> HEADER =
      List.of("paper", "claim", "title", "kind", "profile", "outcome", "reason", "runs", "page");

  private Verdicts() {}

  /** The file's text. */
  public static String text(List<ClaimReport> reports) {
    if (reports.stream().allMatch(report -> report.standIn().isEmpty())) {
      return new Sheet(HEADER, reports.stream().map(Verdicts::row).toList()).text();
    }
    return new Sheet(Sheet.marked(HEADER), reports.stream().map(Verdicts::markedRow).toList())
        .text();
  }

  private static List<String> markedRow(ClaimReport report) {
    List<String> row = new ArrayList<>(row(report));
    row.add(report.standIn().map(StandInWords::headline).orElse(""));
    return row;
  }

  private static List<String> row(ClaimReport report) {
    ClaimSummary summary = report.summary();
    Profile profile = summary.profile();
    return List.of(
        summary.paper().id(),
        summary.id(),
        summary.title(),
        summary.kind().text(),
        profile == null ? "" : profile.text(),
        summary.outcome().text(),
        summary.reason(),
        Integer.toString(summary.runs()),
        ClaimFiles.folder(summary) + "/index.html");
  }
}
