package org.dartboard.search.supernet;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.dartboard.random.RandomStreams;

/**
 * Which images move the weights and which the architecture. Whatever the split, an epoch has as
 * many steps as the benchmark's training half has batches, so that searches cost the same.
 *
 * <p>The single-stage paper (Subbotko, Jablonski and Bilinski, arXiv 2405.16610) says that a new
 * split keeps DARTS from degenerating, but what split could not be had: these are the ones that
 * other authors use.
 */
enum DataSplit {
  /** The benchmark's two halves. */
  HALVES {
    @Override
    int[] training(SearchData data, int epoch, RandomStreams streams) {
      return data.training();
    }

    @Override
    int[] validation(SearchData data, int epoch, RandomStreams streams) {
      return data.validation();
    }
  },

  /** Four fifths for the weights: their half and three of every five images of the other. */
  FOUR_TO_ONE {
    @Override
    int[] training(SearchData data, int epoch, RandomStreams streams) {
      return IntStream.concat(
              Arrays.stream(data.training()), ofEveryFive(data.validation(), 0, 1, 2))
          .toArray();
    }

    @Override
    int[] validation(SearchData data, int epoch, RandomStreams streams) {
      return ofEveryFive(data.validation(), 3, 4).toArray();
    }
  },

  /** All images for both. */
  SHARED {
    @Override
    int[] training(SearchData data, int epoch, RandomStreams streams) {
      return data.both();
    }

    @Override
    int[] validation(SearchData data, int epoch, RandomStreams streams) {
      return data.both();
    }
  },

  /** Two parts as large as the benchmark's halves, drawn anew for each epoch. */
  REDRAWN {
    @Override
    int[] training(SearchData data, int epoch, RandomStreams streams) {
      return Arrays.copyOf(redrawn(data, epoch, streams), data.training().length);
    }

    @Override
    int[] validation(SearchData data, int epoch, RandomStreams streams) {
      int[] drawn = redrawn(data, epoch, streams);
      return Arrays.copyOfRange(drawn, data.training().length, drawn.length);
    }
  };

  /**
   * Positions of the images that weights are trained on.
   *
   * @param epoch from 0, over all stages
   * @param streams the search's; the draw is the same for both parts
   */
  abstract int[] training(SearchData data, int epoch, RandomStreams streams);

  /** Positions of the images that the architecture is moved on. */
  abstract int[] validation(SearchData data, int epoch, RandomStreams streams);

  /** The split that is set. */
  static DataSplit of(SearchSettings settings) {
    return values()[settings.whole(Setting.DATA_SPLIT)];
  }

  private static IntStream ofEveryFive(int[] positions, int... chosen) {
    return IntStream.range(0, positions.length)
        .filter(i -> Arrays.stream(chosen).anyMatch(place -> i % 5 == place))
        .map(i -> positions[i]);
  }

  private static int[] redrawn(SearchData data, int epoch, RandomStreams streams) {
    int[] all = data.both();
    PermutationSampler.shuffle(streams.stream("split " + epoch), all);
    return all;
  }
}
