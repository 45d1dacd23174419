package org.dartboard.report.csv;

import java.nio.file.Path;
import java.util.List;
import org.dartboard.report.data.ClaimSummary;

/** Names and places of the files of a claim's report. */
public final class ClaimFiles {
  /** The folder of all claims, in the output folder. */
  public static final String CLAIMS = "claims";

  /** Key and value of the summary, and what the other files must be. */
  public static final String CLAIM = "claim.csv";

  /** One row a figure. */
  public static final String FIGURES = "figures.csv";

  /** One row a chart. */
  public static final String CHARTS = "charts.csv";

  /** One row a point of a chart. */
  public static final String SERIES = "series.csv";

  /** Key and value of what was run. */
  public static final String CONFIGURATION = "configuration.csv";

  /** Key and value of what it was run with. */
  public static final String PROVENANCE = "provenance.csv";

  /** All files, the summary first. */
  public static final List<String> ALL =
      List.of(CLAIM, FIGURES, CHARTS, SERIES, CONFIGURATION, PROVENANCE);

  private ClaimFiles() {}

  /** The claim's folder, relative to the output folder, with forward slashes. */
  public static String folder(ClaimSummary summary) {
    return CLAIMS + "/" + summary.name();
  }

  /** The claim's folder in an output folder. */
  static Path folder(Path out, ClaimSummary summary) {
    return out.resolve(CLAIMS).resolve(summary.paper().id()).resolve(summary.id());
  }
}
