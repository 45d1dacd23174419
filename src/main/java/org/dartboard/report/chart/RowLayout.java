package org.dartboard.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the rows of a chart of categories lie, from the top down, in units of a row whose label
 * takes one line. A label that is too wide takes more lines, and its row is as much higher.
 */
final class RowLayout {
  /** What stands beside the rows' width: padding and margin of the chart. */
  private static final int SIDES = 24;

  private static final int INDENT = 4;
  private static final int LEADING = 4;

  private final Size size;
  private final List<Placed> rows = new ArrayList<>();

  /**
   * A row in its place.
   *
   * @param row what is in it
   * @param lines its label
   * @param bottom its lower end, in units
   * @param height in units, 1 or more
   */
  record Placed(Row row, List<String> lines, double bottom, double height) {
    double top() {
      return bottom + height;
    }
  }

  /**
   * @param rows from the top down
   * @param unit pixels of a row whose label takes one line
   * @param counts what stands to the right of each label, in as many
   */
  RowLayout(List<Row> rows, int unit, List<String> counts, Size size) {
    this.size = size;
    List<List<String>> labels = new ArrayList<>();
    List<Double> heights = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<String> label = Letters.lines(rows.get(i).label(), size.label(), room(counts.get(i)));
      labels.add(label);
      heights.add(1 + (label.size() - 1) * (double) line() / unit);
    }
    double top = heights.stream().mapToDouble(Double::doubleValue).sum();
    for (int i = 0; i < rows.size(); i++) {
      double bottom = i == rows.size() - 1 ? 0 : top - heights.get(i);
      this.rows.add(new Placed(rows.get(i), labels.get(i), bottom, top - bottom));
      top = bottom;
    }
  }

  /** From the top down. */
  List<Placed> rows() {
    return List.copyOf(rows);
  }

  /** Height of all rows, in units. */
  double height() {
    return rows.get(0).top();
  }

  /**
   * Paints a row's label.
   *
   * @param left end of the row, in pixels
   * @param top of the row, in pixels
   * @param ground what the letters stand on
   */
  void paintLabel(Graphics2D g, Placed row, double left, double top, Color ground) {
    double baseline = top + line();
    for (String line : row.lines()) {
      Letters.paint(g, line, size.label(), left + INDENT, baseline, ground);
      baseline += line();
    }
  }

  /** Distance of two baselines of a label, and of the first from the row's top, in pixels. */
  int line() {
    return size.label().getSize() + LEADING;
  }

  private double room(String count) {
    double right = count.isEmpty() ? 0 : Letters.width(count, size.small()) + 16;
    return size.width() - SIDES - 2.0 * INDENT - right;
  }
}
