package org.dartboard.report.curves;

/**
 * A column to be drawn.
 *
 * @param name the column's
 * @param label what the line is called
 */
record CurveColumn(String name, String label) {}
