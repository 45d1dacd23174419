package org.dartboard.engine.onednn;

import java.util.stream.LongStream;
import org.dartboard.engine.Agreement;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.Precision;
import org.dartboard.engine.RandomCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OneDnnSupernetTest {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, 400);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agreesWithTheReferenceOnRandomNetworks(long seed) {
    RandomCase call = RandomCase.of(seed);
    try (OneDnnSupernet supernet = new OneDnnSupernet(call.spec(), call.batch().capacity())) {
      Agreement.assertAgrees(supernet, call, 0x1p-24);
    }
  }

  static LongStream seedsOfCells() {
    return seeds()
        .filter(
            seed -> RandomCase.of(seed).spec().partialChannels() instanceof PartialChannels.All);
  }

  /** As large batches are, though here a tile is one image. */
  @ParameterizedTest
  @MethodSource("seedsOfCells")
  void agreesWhereBatchesAreCutIntoTiles(long seed) {
    RandomCase call = RandomCase.of(seed);
    try (OneDnnSupernet supernet =
        new OneDnnSupernet(call.spec(), call.batch().capacity(), Precision.FP32, 1)) {
      Agreement.assertAgrees(supernet, call, 0x1p-24);
    }
  }
}
