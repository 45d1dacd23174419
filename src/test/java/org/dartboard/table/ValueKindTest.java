package org.dartboard.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueKindTest {
  @Test
  void noiseBeyondTheSixthDecimalDoesNotChangeAnAccuracy() {
    assertEquals(
        ValueKind.SIX_DECIMALS.canonical(85.863333),
        ValueKind.SIX_DECIMALS.canonical(85.86333333587646));
    assertNotEquals(
        ValueKind.SIX_DECIMALS.canonical(85.863333), ValueKind.SIX_DECIMALS.canonical(85.863334));
    assertEquals("85.863333", ValueKind.SIX_DECIMALS.decode(85_863_333));
  }

  @Test
  void nineDigitsAgreeWithExactDecimalRounding() {
    UniformRandomProvider random = new RandomStreams("ValueKindTest", 1).stream("numbers");
    MathContext nine = new MathContext(9, RoundingMode.HALF_EVEN);
    for (int attempt = 0; attempt < 100_000; attempt++) {
      double value = new BigDecimal(any(random)).round(nine).doubleValue();
      if (value == 0 || Double.isInfinite(value) || Math.abs(value) < Double.MIN_NORMAL) {
        continue;
      }
      BigDecimal expected = new BigDecimal(value).round(nine);
      BigDecimal actual =
          new BigDecimal(ValueKind.NINE_DIGITS.decode(ValueKind.NINE_DIGITS.canonical(value)));
      assertEquals(0, expected.compareTo(actual), () -> value + " became " + actual);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, 9.99999999, 0.1, 1e-6, 5.85368769e66, 1e-300, -1e8, 1e9})
  void nineDigitsComeBack(double value) {
    long code = ValueKind.NINE_DIGITS.canonical(value);
    assertEquals(value, Double.parseDouble(ValueKind.NINE_DIGITS.decode(code)));
  }

  @Test
  void blankAndInfiniteValuesHaveCodesOfTheirOwn() {
    assertEquals("a blank field", ValueKind.INTEGER.print(ValueKind.INTEGER.canonical(Double.NaN)));
    assertEquals(
        "-Infinity",
        ValueKind.NINE_DIGITS.print(ValueKind.NINE_DIGITS.canonical(Double.NEGATIVE_INFINITY)));
    assertEquals("cifar100", ValueKind.DATASET.print(2));
    assertEquals("000003", ValueKind.OP_CODE.print(3));
    assertEquals("another value", ValueKind.OP_CODE.print(-3));
  }

  private static double any(UniformRandomProvider random) {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(value) ? value : random.nextDouble();
  }
}
