package org.dartboard.report.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/**
 * The colours of a chart. Series colours are Okabe and Ito's, which remain distinct to the
 * colour-blind; some are darker or lighter than the originals, for contrast with the background.
 */
public enum Look {
  /** Dark ink on white. */
  LIGHT(
      0xffffff, 0x1f2429, 0x57606a, 0xe4e7ea, 0x0072b2, 0xd55e00, 0x00805e, 0xa8467f, 0xa87400,
      0x2a8fc9, 0x1f2429, 0x7d7400),
  /** Light ink on nearly black, for pages in dark mode. */
  DARK(
      0x161b21, 0xe6eaee, 0xa3adb8, 0x2c343d, 0x56b4e9, 0xf0883e, 0x2fc79a, 0xe39ac6, 0xe69f00,
      0x8fc8f2, 0xe6eaee, 0xf0e442);

  private final Color background;
  private final Color ink;
  private final Color muted;
  private final Color grid;
  private final List<Color> series;

  Look(int background, int ink, int muted, int grid, int... series) {
    this.background = new Color(background);
    this.ink = new Color(ink);
    this.muted = new Color(muted);
    this.grid = new Color(grid);
    this.series = Arrays.stream(series).mapToObj(Color::new).toList();
  }

  Color background() {
    return background;
  }

  Color ink() {
    return ink;
  }

  Color muted() {
    return muted;
  }

  Color grid() {
    return grid;
  }

  /** The colour of a series; they repeat after eight. */
  Color series(int index) {
    return series.get(index % series.size());
  }

  /** The colour of published figures. */
  Color published() {
    return series(1);
  }

  /** The colour of measured figures. */
  Color measured() {
    return series(0);
  }

  static Color translucent(Color color, double opacity) {
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(opacity * 255));
  }
}
