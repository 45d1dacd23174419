package org.dartboard.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DecimalsTest {
  @Test
  void asManyDecimalsAsShowTheDigits() {
    assertEquals("93.74", Decimals.digits(93.7412, 2));
    assertEquals("0.25", Decimals.digits(0.25, 2));
    assertEquals("0.030", Decimals.digits(0.03, 2));
    assertEquals("-0.0067", Decimals.digits(-0.0067, 2));
    assertEquals("0.3456", Decimals.digits(0.34561, 4));
    assertEquals("6.000", Decimals.digits(6, 4));
    assertEquals("12345.60", Decimals.digits(12345.6, 4));
    assertEquals("0.000001", Decimals.digits(0.00000123, 2));
  }

  @Test
  void whatSixDecimalsCannotShowIsZeroWithoutASign() {
    assertEquals("0.000000", Decimals.digits(-1e-8, 2));
    assertEquals("0.00", Decimals.changeDigits(0, 2));
    assertEquals("+1.50", Decimals.changeDigits(1.5, 2));
  }

  /** 0.1 + 0.2 is not 0.3 in binary. */
  @Test
  void roundingErrorsOfTheTermsAreNoValue() {
    double residue = 0.1 + 0.2 - 0.3;
    assertEquals(0, Decimals.withoutResidue(residue, 0.3, -0.3));
    assertEquals(residue, Decimals.withoutResidue(residue));
    assertEquals(residue, Decimals.withoutResidue(residue, 2 * residue));
    assertEquals(-2e-9, Decimals.withoutResidue(-2e-9, 0, 1));
  }
}
