package org.dartboard.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.Test;

class CosineScheduleTest {
  /** SGDR, equation 5, with T_cur the epoch and T_i the number of epochs. */
  @Test
  void theRateIsThatOfThePublishedFormula() {
    CosineSchedule schedule = new CosineSchedule(0.1, 0, 12);
    assertEquals(0.1, schedule.rate(0));
    assertEquals(0.05, schedule.rate(6), 1e-15);
    // cos(pi / 3) = 1 / 2 and cos(2 pi / 3) = -1 / 2.
    assertEquals(0.075, schedule.rate(4), 1e-15);
    assertEquals(0.025, schedule.rate(8), 1e-15);
    // The last epoch is one step before the end of the cosine: cos(11 pi / 12) = -cos(15 degrees).
    double cosineOf15Degrees = (Math.sqrt(6) + Math.sqrt(2)) / 4;
    assertEquals(0.05 * (1 - cosineOf15Degrees), schedule.rate(11), 1e-15);
  }

  @Test
  void afterItsLastEpochTheRateGoesUpAndDownAgain() {
    CosineSchedule schedule = new CosineSchedule(0.05, 0.0005, 10);
    assertEquals(0.0005, schedule.rate(10), 1e-15);
    assertEquals(schedule.rate(9), schedule.rate(11), 1e-15);
    assertEquals(0.05, schedule.rate(20), 1e-15);
    assertEquals(schedule.rate(3), schedule.rate(243), 1e-15);
  }

  @Test
  void ratesThatAreNoRatesAreRefused() {
    String message =
        Thrown.message(IllegalArgumentException.class, () -> new CosineSchedule(-1, 0, 2));
    assertTrue(message.contains("-1.0"), message);
    assertTrue(
        Thrown.message(IllegalArgumentException.class, () -> new CosineSchedule(1, 0, 0))
            .contains("0 epochs"));
  }
}
