package org.dartboard.report.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StandInWordsTest {
  @Test
  void theHeadlineEndsAtTheFirstColon() {
    assertEquals("NOT REAL", StandInWords.headline("NOT REAL: it was drawn: by us"));
    assertEquals("no colon", StandInWords.headline("no colon"));
    assertEquals("", StandInWords.headline(""));
  }

  @Test
  void bothHeadlinesComeBeforeBothExplanations() {
    assertEquals(
        "NOT A; NOT B: made here. Drawn here",
        StandInWords.joined("NOT A: made here", "NOT B: Drawn here"));
    assertEquals("NOT A: made here", StandInWords.joined("NOT A: made here", ""));
    assertEquals("NOT B: drawn", StandInWords.joined("", "NOT B: drawn"));
    assertEquals("", StandInWords.joined("", ""));
  }
}
