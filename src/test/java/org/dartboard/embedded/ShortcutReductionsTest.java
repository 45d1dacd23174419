package org.dartboard.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.FloatBuffer;
import java.util.EnumSet;
import org.dartboard.data.Augmentation;
import org.dartboard.data.Batch;
import org.dartboard.data.BatchMaker;
import org.dartboard.data.DataPosition;
import org.dartboard.data.ImageSet;
import org.dartboard.data.Layout;
import org.dartboard.data.ProceduralImages;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.Slice;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;
import org.dartboard.engine.WeightInitialization;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Cell;
import org.junit.jupiter.api.Test;

class ShortcutReductionsTest {
  private static final int IMAGES = 20;

  private static final SupernetSpec SPEC =
      SupernetSpec.discrete(Cell.ofCode("000300"), 4, 1, ProceduralImages.SIDE, 10);

  @Test
  void convolutionsBesideTheShortcutsDoNotCount() {
    assertEquals(loss("reduction.0.first", true), loss("", true));
    assertEquals(loss("reduction.1.second", true), loss("", true));
  }

  @Test
  void withoutItTheyCount() {
    assertNotEquals(loss("reduction.0.first", false), loss("", false));
    assertNotEquals(loss("reduction.1.second", false), loss("", false));
  }

  @Test
  void shortcutsCount() {
    assertNotEquals(loss("reduction.0.shortcut", true), loss("", true));
    assertNotEquals(loss("reduction.1.shortcut", true), loss("", true));
  }

  /**
   * The loss on some images where the convolution of that name has weights of the other sign.
   *
   * @param turned a convolution, or nothing
   * @param shortcutsAlone whether the blocks' other branches are taken away
   */
  private static double loss(String turned, boolean shortcutsAlone) {
    ImageSet images = ProceduralImages.of(ProceduralImages.Part.TRAINING, IMAGES);
    Batch batch = Batch.allocate(IMAGES, ProceduralImages.SIDE, Layout.NHWC);
    RandomStreams streams = new RandomStreams("shortcuts", 0);
    new BatchMaker(
            images,
            BatchMaker.all(images),
            IMAGES,
            BatchMaker.Order.SEQUENTIAL,
            Augmentation.NONE,
            ProceduralImages.NORMALIZATION,
            streams)
        .make(new DataPosition(0, 0), batch);
    try (Supernet network = new OneDnnSupernet(SPEC, IMAGES)) {
      FloatBuffer weights = FlatBuffers.allocate(network.layout().weights().length());
      FloatBuffer state = FlatBuffers.allocate(network.layout().state().length());
      WeightInitialization.weights(network.layout(), streams, weights);
      WeightInitialization.state(network.layout(), state);
      if (!turned.isEmpty()) {
        Slice slice = network.layout().weights().slice(turned + ".weight");
        for (int index = slice.offset(); index < slice.end(); index++) {
          weights.put(index, -weights.get(index));
        }
      }
      if (shortcutsAlone) {
        new ShortcutReductions(network.layout().weights()).impose(weights);
      }
      SupernetOutput output = new SupernetOutput(SPEC, network.layout(), IMAGES);
      network.evaluate(
          new SupernetInput(SPEC, weights, state),
          Knobs.TRAINING,
          batch,
          EnumSet.noneOf(Want.class),
          output);
      return output.loss();
    }
  }
}
