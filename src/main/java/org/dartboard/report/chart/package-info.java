/**
 * Draws charts as SVG and PNG.
 *
 * <p>{@link org.dartboard.report.chart.ChartImages} is the way in. A chart becomes a drawing
 * (curves, or rows of categories) in a look (light or dark) and a size (wide, or narrow for small
 * screens); the bytes depend on nothing else but the fonts that the Java platform finds. Series
 * differ by marker and dash as well as by colour. Nothing here knows files, claims or pages.
 */
@NullMarked
package org.dartboard.report.chart;

import org.jspecify.annotations.NullMarked;
