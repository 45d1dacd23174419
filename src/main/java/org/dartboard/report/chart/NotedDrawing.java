package org.dartboard.report.chart;

import java.awt.Graphics2D;
import java.util.List;

/** A drawing with a note under it, in as many lines as it needs. */
final class NotedDrawing implements Drawing {
  private static final int LINE = 22;
  private static final int MARGIN = 12;

  private final Drawing drawing;
  private final List<String> lines;
  private final Look look;
  private final Size size;

  NotedDrawing(Drawing drawing, String note, Look look, Size size) {
    this.drawing = drawing;
    this.look = look;
    this.size = size;
    this.lines = Letters.lines(note, size.small(), drawing.width() - 2.0 * MARGIN);
  }

  @Override
  public int width() {
    return drawing.width();
  }

  @Override
  public int height() {
    return drawing.height() + lines.size() * LINE;
  }

  @Override
  public void paint(Graphics2D g) {
    g.setColor(look.background());
    g.fillRect(0, drawing.height(), width(), height() - drawing.height());
    drawing.paint(g);
    g.setColor(look.ink());
    for (int i = 0; i < lines.size(); i++) {
      double baseline = drawing.height() + (i + 0.6) * LINE;
      Letters.paint(g, lines.get(i), size.small(), MARGIN, baseline);
    }
  }
}
