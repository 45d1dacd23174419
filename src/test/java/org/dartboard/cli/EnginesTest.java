package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dartboard.engine.Precision;
import org.junit.jupiter.api.Test;

class EnginesTest {
  @Test
  void anEngineTakesTheFirstPrecisionThatItHasArithmeticFor() {
    assertEquals(Precision.FP32, Engines.ND4J.first(List.of(Precision.BF16, Precision.FP32)));
    assertEquals(Precision.FP32, Engines.ONEDNN.first(List.of(Precision.FP32, Precision.BF16)));
  }

  @Test
  void withoutAnyItTakesTheFirstAndRefusesThat() {
    Precision chosen = Engines.ND4J.first(List.of(Precision.BF16));
    assertEquals(Precision.BF16, chosen);
    BadInputException refusal =
        assertThrows(BadInputException.class, () -> Engines.ND4J.supernets(chosen));
    assertTrue(String.valueOf(refusal.getMessage()).contains("ask for fp32"));
  }
}
