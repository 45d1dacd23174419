package org.dartboard.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.util.List;
import org.junit.jupiter.api.Test;

class LettersTest {
  private static final Font FONT = Size.WIDE.label();

  @Test
  void linesHoldAllWordsAndFit() {
    String text = "SmoothDARTS and nine other remedies under the settings of their authors";
    for (double room : new double[] {110, 200, 350}) {
      List<String> lines = Letters.lines(text, FONT, room);
      assertEquals(text, String.join(" ", lines));
      assertTrue(lines.size() > 1, lines::toString);
      assertTrue(lines.stream().allMatch(line -> Letters.width(line, FONT) <= room));
    }
    assertEquals(List.of(text), Letters.lines(text, FONT, Letters.width(text, FONT)));
  }

  @Test
  void aWordThatIsWiderThanTheRoomIsCut() {
    List<String> lines = Letters.lines("a Donaudampfschifffahrtsgesellschaft b", FONT, 100);
    assertEquals(3, lines.size());
    assertTrue(lines.get(1).endsWith("…"), lines::toString);
  }
}
