package org.dartboard.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;

/**
 * One line of a chart, ready to be painted.
 *
 * @param x in the chart's units
 * @param y in the chart's units, of the same length
 * @param color of line and markers
 * @param stroke width and dashes
 * @param joined whether the points are joined by a line
 * @param marked the points that get a marker
 * @param glyph the marker
 */
@SuppressWarnings("ArrayRecordComponent") // Made once, painted once, never compared.
record Curve(
    double[] x,
    double[] y,
    Color color,
    BasicStroke stroke,
    boolean joined,
    int[] marked,
    Glyph glyph) {}
