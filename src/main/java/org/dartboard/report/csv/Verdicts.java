package org.dartboard.report.csv;

import java.util.List;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.ClaimSummary;
import org.dartboard.report.data.Profile;

/** All verdicts as one CSV file, one row a claim, for programs to read. */
public final class Verdicts {
  /** The file's name, in the output folder. */
  public static final String FILE = "verdicts.csv";

  private static final List<String> HEADER =
      List.of("paper", "claim", "title", "kind", "profile", "outcome", "reason", "runs", "page");

  private Verdicts() {}

  /** The file's text. */
  public static String text(List<ClaimReport> reports) {
    return new Sheet(HEADER, reports.stream().map(Verdicts::row).toList()).text();
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
