package org.dartboard.embedded;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dartboard.engine.FlatLayout;
import org.dartboard.engine.FlatVectors;
import org.dartboard.engine.Slice;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetSpec;

/**
 * Leaves of each residual block between two stages the shortcut alone, which is average pooling and
 * a 1x1 convolution: the block's other branch ends in batch norm, whose scale and shift stay 0.
 *
 * <p>In a network of three cells the 3x3 convolutions of the two blocks would learn the images by
 * themselves, and cells of skip connections would do as well as most.
 */
final class ShortcutReductions {
  private final List<Slice> zeros;

  ShortcutReductions(FlatLayout weights) {
    zeros =
        IntStream.range(1, SupernetSpec.STAGES)
            .mapToObj(stage -> SupernetLayout.reductionName(stage) + ".second")
            .flatMap(norm -> Stream.of(norm + ".gamma", norm + ".beta"))
            .map(weights::slice)
            .toList();
  }

  /** Sets to 0 what a step of gradient descent may have moved. */
  void impose(FloatBuffer weights) {
    for (Slice slice : zeros) {
      FlatVectors.clear(weights.slice(slice.offset(), slice.length()));
    }
  }
}
