package org.dartboard.report.chart;

import java.awt.Graphics2D;

/** A chart that is laid out and can be painted. */
interface Drawing {
  int width();

  int height();

  void paint(Graphics2D g);
}
