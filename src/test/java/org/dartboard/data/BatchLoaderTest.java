package org.dartboard.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BatchLoaderTest {
  private static final ImageSet IMAGES = BatchMakerTest.random(11, 8, 5);

  @Test
  void handsOutWhatTheMakerMakesInOrderAcrossEpochs() {
    BatchMaker expected = maker();
    DataPosition position = DataPosition.START;
    try (BatchLoader loader = new BatchLoader(maker(), buffers(3, 8), position)) {
      for (int step = 0; step < 10; step++) {
        assertEquals(position, loader.position());
        assertArrayEquals(
            BatchMakerTest.values(expected, position), BatchMakerTest.values(loader.next()));
        position = position.next(expected.batchesPerEpoch());
      }
    }
    assertEquals(new DataPosition(3, 1), position, "three batches an epoch, the last one short");
  }

  @Test
  void aLoaderThatStartsWhereAnotherStoppedGoesOnAsIfItHadNotStopped() {
    DataPosition stopped;
    try (BatchLoader loader = new BatchLoader(maker(), buffers(2, 8), DataPosition.START)) {
      for (int step = 0; step < 5; step++) {
        loader.next();
      }
      stopped = loader.position();
    }
    try (BatchLoader whole = new BatchLoader(maker(), buffers(4, 8), DataPosition.START);
        BatchLoader resumed = new BatchLoader(maker(), buffers(2, 8), stopped)) {
      for (int step = 0; step < 5; step++) {
        whole.next();
      }
      for (int step = 0; step < 5; step++) {
        assertArrayEquals(
            BatchMakerTest.values(whole.next()), BatchMakerTest.values(resumed.next()));
      }
    }
  }

  @Test
  void aFailureOnTheBackgroundThreadReachesTheCaller() {
    try (BatchLoader loader = new BatchLoader(maker(), buffers(2, 9), DataPosition.START)) {
      IllegalStateException error = assertThrows(IllegalStateException.class, loader::next);
      assertTrue(String.valueOf(error.getMessage()).contains("of side 9 cannot take"));
    }
  }

  @Test
  void aClosedLoaderHandsOutNothingMoreThanWasMade() {
    BatchLoader loader = new BatchLoader(maker(), buffers(2, 8), DataPosition.START);
    loader.close();
    IllegalStateException error =
        assertThrows(
            IllegalStateException.class,
            () -> {
              for (int step = 0; step < 3; step++) {
                loader.next();
              }
            });
    assertTrue(String.valueOf(error.getMessage()).contains("the loader is closed"));
  }

  @Test
  void refusesASingleBuffer() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new BatchLoader(maker(), buffers(1, 8), DataPosition.START));
  }

  private static BatchMaker maker() {
    return BatchMakerTest.maker(
        IMAGES,
        BatchMaker.all(IMAGES),
        4,
        BatchMaker.Order.SHUFFLED,
        Augmentation.standard(IMAGES.side()));
  }

  private static List<Batch> buffers(int count, int side) {
    return java.util.stream.Stream.generate(() -> Batch.allocate(4, side, Layout.NHWC))
        .limit(count)
        .toList();
  }
}
