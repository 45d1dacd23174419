package org.dartboard.engine.nd4j;

import java.util.stream.LongStream;
import org.dartboard.engine.Agreement;
import org.dartboard.engine.RandomCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Nd4jSupernetTest {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, 150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agreesWithTheReferenceOnRandomNetworks(long seed) {
    RandomCase call = RandomCase.of(seed);
    try (Nd4jSupernet supernet = new Nd4jSupernet(call.spec(), call.batch().capacity())) {
      Agreement.assertAgrees(supernet, call, 0x1p-24);
    }
  }
}
