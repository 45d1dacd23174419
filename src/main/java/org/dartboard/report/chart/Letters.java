package org.dartboard.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;

/** Measures and paints text as outlines, so that it looks the same wherever it is opened. */
final class Letters {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final String ELLIPSIS = "…";

  private Letters() {}

  /** Width in pixels. */
  static double width(String text, Font font) {
    return text.isEmpty() ? 0 : new TextLayout(text, font, CONTEXT).getAdvance();
  }

  /** The text, cut and ended with an ellipsis where it is wider than the room there is. */
  static String fitted(String text, Font font, double room) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    if (width(line, font) <= room) {
      return line;
    }
    int fits = 0;
    int tooLong = line.length();
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) / 2;
      if (width(line.substring(0, middle) + ELLIPSIS, font) <= room) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    return line.substring(0, fits).stripTrailing() + ELLIPSIS;
  }

  /** Paints the text with its baseline's left end at a point. */
  static void paint(Graphics2D g, String text, Font font, double x, double y) {
    if (!text.isEmpty()) {
      g.translate(x, y);
      g.fill(new TextLayout(text, font, CONTEXT).getOutline(null));
      g.translate(-x, -y);
    }
  }
}
