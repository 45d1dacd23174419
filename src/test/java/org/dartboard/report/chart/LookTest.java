package org.dartboard.report.chart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LookTest {
  @ParameterizedTest
  @EnumSource(Look.class)
  void inkStandsOutFromTheBackground(Look look) {
    assertTrue(contrast(look.ink(), look.background()) >= 7);
    assertTrue(contrast(look.muted(), look.background()) >= 4.5);
    for (int i = 0; i < 8; i++) {
      assertTrue(contrast(look.series(i), look.background()) >= 3, look + " " + i);
    }
  }

  /** Contrast by the Web Content Accessibility Guidelines 2.1. */
  private static double contrast(Color a, Color b) {
    double bright = Math.max(luminance(a), luminance(b));
    double dim = Math.min(luminance(a), luminance(b));
    return (bright + 0.05) / (dim + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
