package org.dartboard.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "17",
        "85.863333",
        "5.85368769e+66",
        "1e-06",
        "1E22",
        "1e23",
        "-Infinity",
        ".5",
        "5.",
        "9007199254740991",
        "9007199254740992",
        "9007199254740993",
        "123456789012345678901",
        "0.00000000000000000000001",
        "1.7976931348623157e308",
        "4.9e-324",
        "1e-400",
        "1e400",
        "179769313486231570000000000000000000000",
        "-33.3728069",
        "1e+005"
      })
  void readsWhatThePlatformReads(String text) {
    assertEquals(Double.parseDouble(text), parse(text));
  }

  @Test
  void readsRandomNumbersAsThePlatformDoes() {
    UniformRandomProvider random = new RandomStreams("DecimalsTest", 1).stream("numbers");
    for (int attempt = 0; attempt < 200_000; attempt++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertSame(Double.toString(value));
      }
      assertSame(String.format(Locale.ROOT, "%.6f", random.nextDouble() * 1e4));
      assertSame(random.nextLong(1L << 56) + "e" + (random.nextInt(60) - 30));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "abc",
        "1,5",
        "1.2.3",
        "1e",
        "1e+",
        "1e1.5",
        "NaN",
        "Infinity",
        "+1",
        " 1",
        "1 ",
        "0x1p3",
        "1f",
        "1d",
        "--1",
        "1-1",
        "-Infinit",
        "12a",
        "1e5x",
        "e5",
        "1e-"
      })
  void everythingElseIsNoNumber(String text) {
    assertTrue(Double.isNaN(parse(text)), text);
  }

  private static void assertSame(String text) {
    assertEquals(Double.parseDouble(text), parse(text), () -> text);
  }

  private static double parse(String text) {
    byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.ISO_8859_1);
    return Decimals.parse(bytes, 1, bytes.length - 1);
  }
}
