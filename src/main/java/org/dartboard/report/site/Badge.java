package org.dartboard.report.site;

import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.span;

import j2html.tags.UnescapedText;
import j2html.tags.specialized.SpanTag;
import org.dartboard.report.data.Outcome;

/** An outcome as word, shape and colour; the word alone would do. */
final class Badge {
  private Badge() {}

  static SpanTag of(Outcome outcome) {
    return span(icon(outcome), span(outcome.text())).withClasses("badge", cssClass(outcome));
  }

  /** The class that gives an element the outcome's colour. */
  static String cssClass(Outcome outcome) {
    return switch (outcome) {
      case REPRODUCED -> "is-green";
      case MECHANISM_SEEN -> "is-blue";
      case INCONCLUSIVE -> "is-yellow";
      case NOT_REPRODUCED -> "is-red";
      case MECHANISM_NOT_SEEN, RECONSTRUCTION_DID_NOT_SHOW_IT -> "is-purple";
      case NOT_RUN, NO_TRUSTED_TARGET, PUBLISHED_ONLY -> "is-grey";
    };
  }

  /** A shape that is the outcome's own; hidden from screen readers, which read the word. */
  static UnescapedText icon(Outcome outcome) {
    String shape =
        switch (outcome) {
          case REPRODUCED ->
              "<circle cx='8' cy='8' r='7' fill='currentColor'/>"
                  + "<path d='M4.6 8.3l2.3 2.3 4.5-4.9' class='inner'/>";
          case NOT_REPRODUCED ->
              "<path d='M5 1h6l4 4v6l-4 4H5l-4-4V5z' fill='currentColor'/>"
                  + "<path d='M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2' class='inner'/>";
          case INCONCLUSIVE ->
              "<circle cx='8' cy='8' r='6.2' class='outer'/>"
                  + "<path d='M8 1.8a6.2 6.2 0 0 1 0 12.4z' fill='currentColor'/>";
          case NOT_RUN ->
              "<circle cx='8' cy='8' r='6.2' class='outer' stroke-dasharray='2.6 2.3'/>";
          case MECHANISM_SEEN ->
              "<rect x='1' y='1' width='14' height='14' rx='3' fill='currentColor'/>"
                  + "<path d='M4.6 8.3l2.3 2.3 4.5-4.9' class='inner'/>";
          case MECHANISM_NOT_SEEN ->
              "<rect x='1.8' y='1.8' width='12.4' height='12.4' rx='2.4' class='outer'/>"
                  + "<path d='M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2' class='outer'/>";
          case RECONSTRUCTION_DID_NOT_SHOW_IT ->
              "<path d='M8 1.4L14.6 8 8 14.6 1.4 8z' class='outer'/><path d='M5 8h6' class='outer'/>";
          case NO_TRUSTED_TARGET ->
              "<circle cx='8' cy='8' r='6.2' class='outer'/><circle cx='8' cy='8' r='2' "
                  + "fill='currentColor'/>";
          case PUBLISHED_ONLY ->
              "<path d='M3 1.8h10v12.4H3z' class='outer'/><path d='M5.5 5.2h5M5.5 8h5M5.5 10.8h3' "
                  + "class='outer'/>";
        };
    return rawHtml(
        "<svg class='icon' viewBox='0 0 16 16' width='16' height='16' aria-hidden='true'"
            + " focusable='false'>"
            + shape
            + "</svg>");
  }
}
