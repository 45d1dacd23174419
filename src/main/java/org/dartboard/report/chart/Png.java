package org.dartboard.report.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/** A drawing as PNG, twice as fine as the page's pixels, with its whole title above. */
final class Png {
  private static final int SCALE = 2;
  private static final int MARGIN = 12;

  /** Height of the title's first line, with the room around it. */
  private static final int TITLE_LINE = 36;

  /** What each further line adds. */
  private static final int MORE = 24;

  private Png() {}

  static byte[] of(Drawing drawing, String title, Look look, Size size) throws IOException {
    List<String> lines = Letters.lines(title, size.title(), drawing.width() - 2.0 * MARGIN);
    int titleHeight = TITLE_LINE + (lines.size() - 1) * MORE;
    BufferedImage image =
        new BufferedImage(
            drawing.width() * SCALE,
            (drawing.height() + titleHeight) * SCALE,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      g.scale(SCALE, SCALE);
      g.setColor(look.background());
      g.fillRect(0, 0, drawing.width(), drawing.height() + titleHeight);
      g.setColor(look.ink());
      for (int i = 0; i < lines.size(); i++) {
        Letters.paint(g, lines.get(i), size.title(), MARGIN, 26.0 + i * MORE);
      }
      g.translate(0, titleHeight);
      drawing.paint(g);
    } finally {
      g.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", bytes)) {
      throw new IOException("this Java platform cannot write PNG images");
    }
    return bytes.toByteArray();
  }
}
