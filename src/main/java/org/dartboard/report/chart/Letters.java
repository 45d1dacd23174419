package org.dartboard.report.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

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

  /** The text in lines, broken between words; a word that is wider than the room is cut. */
  static List<String> lines(String text, Font font, double room) {
    List<String> broken = new ArrayList<>();
    String line = "";
    for (String word : text.strip().split("\\s+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, font) > room) {
        broken.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    broken.add(line);
    return broken.stream().map(part -> fitted(part, font, room)).toList();
  }

  /** Paints the text on a ground of one colour, so that no line below crosses the letters. */
  static void paint(Graphics2D g, String text, Font font, double x, double y, Color ground) {
    if (!text.isEmpty()) {
      Color ink = g.getColor();
      g.setColor(ground);
      double height = font.getSize();
      g.fill(new Rectangle2D.Double(x - 2, y - height, width(text, font) + 4, 1.25 * height));
      g.setColor(ink);
      paint(g, text, font, x, y);
    }
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
