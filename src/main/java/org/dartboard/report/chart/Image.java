package org.dartboard.report.chart;

/**
 * A drawn chart.
 *
 * @param width in pixels of the page
 * @param height in pixels of the page
 * @param bytes the file's content
 */
@SuppressWarnings("ArrayRecordComponent") // Made once, written once, never compared.
public record Image(int width, int height, byte[] bytes) {}
