package org.dartboard.reproduce;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.dartboard.report.csv.ClaimReports;
import org.dartboard.report.csv.PaperReports;
import org.dartboard.report.csv.Studies;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.PaperReport;
import org.dartboard.report.data.ReportException;
import org.dartboard.report.data.Study;

/**
 * The reports folder, in which nothing gives way to what rests on less: neither a claim's report,
 * nor a page whose figures are the published table's to one whose figures are a stand-in's.
 */
final class ReportFolder {
  private final Path out;
  private final boolean replace;
  private final Observer observer;

  /**
   * @param replace whether everything gives way all the same
   * @param observer told what stays
   */
  ReportFolder(Path out, boolean replace, Observer observer) {
    this.out = out;
    this.replace = replace;
    this.observer = observer;
  }

  /** Writes a claim's report, unless the folder holds one that rests on more. */
  void write(ClaimReport report) throws IOException {
    Optional<ClaimReport> earlier =
        earlier(() -> ClaimReports.read(out, report.summary().paper().id(), report.summary().id()));
    if (earlier.isPresent()
        && !replace
        && EvidenceStrength.of(report).isLessThan(EvidenceStrength.of(earlier.get()))) {
      observer.kept(earlier.get().summary());
      return;
    }
    ClaimReports.write(out, report);
  }

  /** Writes a paper's page, unless it is on a stand-in and the folder's is not. */
  void write(PaperReport report) throws IOException {
    String paper = report.paper().id();
    Optional<PaperReport> earlier = earlier(() -> PaperReports.read(out, paper));
    if (stays(report.standIn(), earlier.map(PaperReport::standIn))) {
      observer.pageKept(PaperReports.PAPERS + "/" + paper);
      return;
    }
    PaperReports.write(out, report);
  }

  /**
   * Writes a study's page, unless it is on a stand-in and the folder's is not, or is the same with
   * more figures, such as those that the published table adds to a stand-in's own.
   */
  void write(Study study) throws IOException {
    Optional<Study> earlier = earlier(() -> Studies.read(out, study.id()));
    if (stays(study.standIn(), earlier.map(Study::standIn))
        || (!replace && earlier.filter(known -> hasMore(known, study)).isPresent())) {
      observer.pageKept(Studies.FOLDER + "/" + study.id());
      return;
    }
    Studies.write(out, study);
  }

  private static boolean hasMore(Study earlier, Study study) {
    return !study.standIn().isBlank()
        && earlier.rows().size() > study.rows().size()
        && earlier.rows().containsAll(study.rows());
  }

  private boolean stays(String standIn, Optional<String> earlier) {
    return !replace && !standIn.isBlank() && earlier.filter(String::isBlank).isPresent();
  }

  /** Reads what the folder holds. */
  private interface Reader<R> {
    Optional<R> read() throws IOException;
  }

  /** What the folder holds; empty where it holds nothing or what it holds is damaged. */
  private static <R> Optional<R> earlier(Reader<R> reader) throws IOException {
    try {
      return reader.read();
    } catch (ReportException e) {
      return Optional.empty();
    }
  }
}
