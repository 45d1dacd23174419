package org.dartboard.report.site;

import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.Confidence;
import org.dartboard.report.data.FigureRow;
import org.dartboard.report.data.Profile;
import org.dartboard.report.data.Published;

/** What a reader must know before believing the figures. */
final class Notes {
  private Notes() {}

  static List<DomContent> of(ClaimReport report) {
    List<DomContent> notes = new ArrayList<>();
    add(notes, "Adaptation", "note-adaptation", report.summary().adaptation());
    add(notes, "Reconstruction", "note-reconstruction", report.summary().reconstruction());
    add(notes, "Figures from memory", "note-memory", unverified(report));
    if (report.summary().profile() == Profile.SMOKE) {
      add(
          notes,
          "Smoke profile",
          "note-smoke",
          "These figures come from a run of seconds that proves that the path works. They say"
              + " nothing about the claim.");
    }
    return notes;
  }

  private static String unverified(ClaimReport report) {
    List<Published> published =
        report.figures().stream().map(FigureRow::published).filter(Objects::nonNull).toList();
    long memory =
        published.stream().filter(figure -> figure.confidence() == Confidence.MEMORY).count();
    if (memory == 0) {
      return "";
    }
    return Numbers.count(memory)
        + " of "
        + Numbers.count(published.size(), "published figure")
        + (memory == 1 ? " is" : " are")
        + " quoted from memory. Such figures are unverified: they are shown for orientation and"
        + " decide nothing.";
  }

  private static void add(List<DomContent> notes, String heading, String id, String text) {
    if (!text.isBlank()) {
      notes.add(
          section(h2(heading).withId(id), p(text)).withClass("note").attr("aria-labelledby", id));
    }
  }
}
