package org.dartboard.report.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A drawing as PNG, twice as fine as the page's pixels, with its title above. */
final class Png {
  private static final int SCALE = 2;
  private static final int TITLE_LINE = 36;

  private Png() {}

  static byte[] of(Drawing drawing, String title, Look look, Size size) throws IOException {
    BufferedImage image =
        new BufferedImage(
            drawing.width() * SCALE,
            (drawing.height() + TITLE_LINE) * SCALE,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      g.scale(SCALE, SCALE);
      g.setColor(look.background());
      g.fillRect(0, 0, drawing.width(), drawing.height() + TITLE_LINE);
      g.setColor(look.ink());
      String line = Letters.fitted(title, size.title(), drawing.width() - 24);
      Letters.paint(g, line, size.title(), 12, 26);
      g.translate(0, TITLE_LINE);
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
