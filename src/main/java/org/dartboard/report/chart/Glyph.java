package org.dartboard.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.markers.Marker;

/**
 * A marker with a shape and a size of its own; XChart's markers all share one size.
 *
 * <p>A hollow marker is filled with the background, so that it stands out from what lies below.
 */
final class Glyph extends Marker {
  /** The shapes that tell series apart without colour. */
  enum Form {
    CIRCLE,
    SQUARE,
    DIAMOND,
    TRIANGLE_UP,
    TRIANGLE_DOWN,
    CROSS
  }

  private static final BasicStroke OUTLINE = new BasicStroke(1.6f);

  private final Form form;
  private final double size;
  private final boolean hollow;
  private final Color background;

  private Glyph(Form form, double size, boolean hollow, Color background) {
    this.form = form;
    this.size = size;
    this.hollow = hollow;
    this.background = background;
  }

  static Glyph solid(Form form, double size) {
    return new Glyph(form, size, false, Color.WHITE);
  }

  static Glyph hollow(Form form, double size, Color background) {
    return new Glyph(form, size, true, background);
  }

  /** The glyph of the series with this index: six shapes solid, then the same hollow. */
  static Glyph ofSeries(int index, double size, Color background) {
    Form[] forms = Form.values();
    Form form = forms[index % forms.length];
    return index / forms.length % 2 == 0 ? solid(form, size) : hollow(form, size, background);
  }

  @Override
  public void paint(Graphics2D g, double x, double y, int ignoredSize) {
    Shape shape =
        form == Form.CIRCLE
            ? new Ellipse2D.Double(x - size / 2, y - size / 2, size, size)
            : AffineTransform.getTranslateInstance(x, y).createTransformedShape(outline());
    Color color = g.getColor();
    if (hollow) {
      g.setColor(background);
      g.fill(shape);
      g.setColor(color);
      g.setStroke(OUTLINE);
      g.draw(shape);
    } else {
      g.fill(shape);
    }
  }

  private Shape outline() {
    double r = size / 2;
    return switch (form) {
      case CIRCLE -> new Ellipse2D.Double(-r, -r, size, size);
      case SQUARE -> new Rectangle2D.Double(-r * 0.9, -r * 0.9, size * 0.9, size * 0.9);
      case DIAMOND -> polygon(0, -1.2 * r, 1.2 * r, 0, 0, 1.2 * r, -1.2 * r, 0);
      case TRIANGLE_UP -> polygon(0, -1.1 * r, 1.1 * r, 0.85 * r, -1.1 * r, 0.85 * r);
      case TRIANGLE_DOWN -> polygon(0, 1.1 * r, 1.1 * r, -0.85 * r, -1.1 * r, -0.85 * r);
      case CROSS -> cross(r);
    };
  }

  private static Shape cross(double r) {
    double a = 0.35 * r;
    Shape plus =
        polygon(-a, -r, a, -r, a, -a, r, -a, r, a, a, a, a, r, -a, r, -a, a, -r, a, -r, -a, -a, -a);
    return AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(plus);
  }

  private static Shape polygon(double... coordinates) {
    Path2D path = new Path2D.Double();
    path.moveTo(coordinates[0], coordinates[1]);
    for (int i = 2; i < coordinates.length; i += 2) {
      path.lineTo(coordinates[i], coordinates[i + 1]);
    }
    path.closePath();
    return path;
  }
}
