package org.dartboard.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureStringTest {
  private static final String GOOD =
      "|nor_conv_3x3~0|+|nor_conv_3x3~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_3x3~1|none~2|";

  @Test
  void spaceAroundTheStringIsForgiven() {
    assertEquals("334130", Cell.parse("  " + GOOD + "\n").code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'';it has 1 nodes separated by '+', not 3",
        "|none~0|+|none~0|none~1|;it has 2 nodes",
        "none~0+|none~0|none~1|+|none~0|none~1|none~2|;node 1, 'none~0', does not stand between",
        "|none~0|+|none~0|+|none~0|none~1|none~2|;node 2 has 1 inputs, not 2",
        "|none~0|+|none~0|none~1|+|none~0|none~1|none~1|;input 'none~1' of node 3 does not end in '~2'",
        "|conv~0|+|none~0|none~1|+|none~0|none~1|none~2|;node 1 has the unknown operation 'conv'",
        "|~0|+|none~0|none~1|+|none~0|none~1|none~2|;node 1 has the unknown operation ''",
      })
  void namesTheDefect(String text, String defect) {
    String message = Thrown.message(CellSyntaxException.class, () -> Cell.parse(text));
    assertTrue(message.contains(defect), message);
    assertTrue(message.contains("Expected the form |op~0|+"), message);
  }

  @Test
  void namesAllDefectsAtOnce() {
    String message =
        Thrown.message(
            CellSyntaxException.class,
            () -> Cell.parse("|conv~0|+|none~0|none~0|+|none~0|none~1|"));
    assertTrue(message.contains("unknown operation 'conv'"), message);
    assertTrue(message.contains("input 'none~0' of node 2 does not end in '~1'"), message);
    assertTrue(message.contains("node 3 has 2 inputs, not 3"), message);
  }

  @Test
  void junkIsAlwaysASyntaxError() {
    UniformRandomProvider random = new RandomStreams("ArchitectureStringTest", 1).stream("junk");
    String alphabet = GOOD + "~|+\u0000\n\uD83D\uDE00";
    for (int attempt = 0; attempt < 20_000; attempt++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? GOOD : "");
      for (int edit = 0; edit <= random.nextInt(6); edit++) {
        char character = alphabet.charAt(random.nextInt(alphabet.length()));
        text.insert(random.nextInt(text.length() + 1), character);
      }
      parseOrRefuse(text.toString());
    }
  }

  private static void parseOrRefuse(String text) {
    Cell cell;
    try {
      cell = Cell.parse(text);
    } catch (CellSyntaxException expected) {
      return;
    }
    assertEquals(text.strip(), cell.toString());
  }
}
