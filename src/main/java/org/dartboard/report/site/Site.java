package org.dartboard.report.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dartboard.io.AtomicFiles;
import org.dartboard.io.Digests;
import org.dartboard.report.csv.ClaimFiles;
import org.dartboard.report.csv.ClaimReports;
import org.dartboard.report.csv.GeneratedFiles;
import org.dartboard.report.csv.PaperReports;
import org.dartboard.report.csv.Studies;
import org.dartboard.report.csv.Verdicts;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.ClaimSummary;
import org.dartboard.report.data.PaperReport;
import org.dartboard.report.data.ReportException;
import org.dartboard.report.data.StandInWords;
import org.dartboard.report.data.Study;

/** Generates the site in an output folder from the CSV files of claims and studies there. */
public final class Site {
  private static final List<String> ASSETS = List.of("style.css", "script.js");

  private Site() {}

  /**
   * Writes all pages and charts, and removes those that an earlier generation left for claims and
   * charts that are no longer there. Nothing else in the folder is touched. The same CSV files give
   * the same bytes.
   *
   * @param out the output folder
   * @return the index page
   * @throws ReportException where a CSV file is damaged or a chart cannot be drawn; the site is
   *     then as it was
   */
  public static Path generate(Path out) throws IOException {
    List<PaperReport> papers = PaperReports.readAll(out);
    List<ClaimReport> reports =
        ClaimReports.readAll(out).stream()
            .sorted(
                Comparator.comparing(Site::paper)
                    .thenComparing(report -> place(papers, report))
                    .thenComparing(report -> report.summary().id()))
            .toList();
    Map<String, String> before = GeneratedFiles.read(out);
    Map<String, byte[]> files = render(reports, papers, Studies.readAll(out));
    Map<String, String> digests = new TreeMap<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      AtomicFiles.write(out.resolve(file.getKey()), file.getValue());
      digests.put(file.getKey(), Digests.sha256(file.getValue()));
    }
    StaleFiles.remove(out, before, digests.keySet());
    AtomicFiles.write(out.resolve(GeneratedFiles.FILE), GeneratedFiles.text(digests));
    return out.resolve("index.html");
  }

  /** Older papers first, then by name. */
  private static String paper(ClaimReport report) {
    ClaimSummary summary = report.summary();
    return String.format(Locale.ROOT, "%06d %s", summary.paper().year(), summary.paper().id());
  }

  /** Where a claim stands in its paper's file; 0 where the paper has no page that knows. */
  private static int place(List<PaperReport> papers, ClaimReport report) {
    ClaimSummary summary = report.summary();
    return papers.stream()
        .filter(paper -> paper.paper().id().equals(summary.paper().id()))
        .mapToInt(paper -> paper.claims().indexOf(summary.id()))
        .findFirst()
        .orElse(0);
  }

  private static Map<String, byte[]> render(
      List<ClaimReport> reports, List<PaperReport> papers, List<Study> studies) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String asset : ASSETS) {
      files.put("assets/" + asset, asset(asset));
    }
    files.put("index.html", utf8(IndexPage.html(reports, papers, studies)));
    files.put(Verdicts.FILE, utf8(Verdicts.text(reports)));
    for (int i = 0; i < reports.size(); i++) {
      ClaimReport report = reports.get(i);
      String folder = ClaimFiles.folder(report.summary()) + "/";
      Map<Chart, ChartFiles> charts =
          drawn(report.charts(), report.standIn().orElse(""), folder, files);
      ClaimSummary previous = i == 0 ? null : reports.get(i - 1).summary();
      ClaimSummary next = i == reports.size() - 1 ? null : reports.get(i + 1).summary();
      files.put(folder + "index.html", utf8(ClaimPage.html(report, charts, previous, next)));
    }
    for (PaperReport paper : papers) {
      String folder = PaperReports.PAPERS + "/" + paper.paper().id() + "/";
      Map<Chart, ChartFiles> charts = drawn(paper.charts(), paper.standIn(), folder, files);
      List<ClaimReport> own =
          reports.stream()
              .filter(report -> report.summary().paper().id().equals(paper.paper().id()))
              .toList();
      files.put(PaperPage.place(paper.paper().id()), utf8(PaperPage.html(paper, own, charts)));
    }
    for (Study study : studies) {
      String folder = Studies.FOLDER + "/" + study.id() + "/";
      Map<Chart, ChartFiles> charts = drawn(study.charts(), study.standIn(), folder, files);
      files.put(folder + "index.html", utf8(StudyPage.html(study, charts)));
    }
    return files;
  }

  /** Draws charts in their order, with the headline of what stands in, and adds their files. */
  private static Map<Chart, ChartFiles> drawn(
      List<Chart> charts, String standIn, String folder, Map<String, byte[]> files)
      throws IOException {
    Map<Chart, ChartFiles> all = new LinkedHashMap<>();
    for (Chart chart : charts) {
      ChartFiles drawn = ChartFiles.draw(chart, StandInWords.headline(standIn));
      all.put(chart, drawn);
      drawn.named(chart).forEach((name, bytes) -> files.put(folder + name, bytes));
    }
    return all;
  }

  private static byte[] asset(String name) throws IOException {
    try (InputStream stream = Site.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IOException("the program's own file " + name + " is missing; build it again");
      }
      return stream.readAllBytes();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
