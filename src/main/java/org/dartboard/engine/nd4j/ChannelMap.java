package org.dartboard.engine.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Which channels an edge's operations see, where what they make goes, and where the others go:
 * three matrices of zeros and ones, multiplied from the right.
 */
final class ChannelMap {
  private final int channels;
  private final int selected;
  private final INDArray pick;
  private final INDArray place;
  private final INDArray bypass;

  ChannelMap(Memory memory, int channels, int selected) {
    this.channels = channels;
    this.selected = selected;
    pick = memory.zeros(channels, selected);
    place = memory.zeros(selected, channels);
    bypass = memory.zeros(channels, channels);
  }

  /**
   * The first channels, with a shuffle behind the edge: channel c of the result is channel (c mod
   * K) n/K + c / K of the mixed channels with the others behind them.
   *
   * @param groups K
   */
  void setShuffled(int groups) {
    int[] target = new int[channels];
    for (int c = 0; c < channels; c++) {
      target[c % groups * selected + c / groups] = c;
    }
    int[] chosen = new int[selected];
    for (int i = 0; i < selected; i++) {
      chosen[i] = i;
    }
    set(chosen, target);
  }

  /** Some channels, which return to their places. */
  void setInPlace(int[] chosen) {
    int[] target = new int[channels];
    for (int c = 0; c < channels; c++) {
      target[c] = c;
    }
    set(chosen, target);
  }

  private void set(int[] chosen, int[] target) {
    float[] pickNumbers = new float[channels * selected];
    float[] placeNumbers = new float[channels * selected];
    float[] bypassNumbers = new float[channels * channels];
    for (int c = 0; c < channels; c++) {
      bypassNumbers[c * channels + target[c]] = 1;
    }
    for (int i = 0; i < selected; i++) {
      int channel = chosen[i];
      pickNumbers[channel * selected + i] = 1;
      placeNumbers[i * channels + target[channel]] = 1;
      bypassNumbers[channel * channels + target[channel]] = 0;
    }
    Transfer.upload(pickNumbers, pick);
    Transfer.upload(placeNumbers, place);
    Transfer.upload(bypassNumbers, bypass);
  }

  /** picked = the chosen channels of x. */
  void pick(Pixels x, Pixels picked) {
    Kernels.multiplyMatrices(x.matrix(), false, pick, false, 1, 0, picked.matrix());
  }

  /** x += picked, in the chosen channels: the gradient of {@link #pick}. */
  void addPickGradient(Pixels picked, Pixels x) {
    Kernels.multiplyMatrices(picked.matrix(), false, pick, true, 1, 1, x.matrix());
  }

  /** y += mixed, where the chosen channels go. */
  void addPlaced(Pixels mixed, Pixels y) {
    Kernels.multiplyMatrices(mixed.matrix(), false, place, false, 1, 1, y.matrix());
  }

  /** mixed = the channels of y where the chosen go: the gradient of {@link #addPlaced}. */
  void placeGradient(Pixels y, Pixels mixed) {
    Kernels.multiplyMatrices(y.matrix(), false, place, true, 1, 0, mixed.matrix());
  }

  /** y = scale times the other channels of x, where they go, added to {@code keep} y. */
  void bypass(Pixels x, double scale, double keep, Pixels y) {
    Kernels.multiplyMatrices(x.matrix(), false, bypass, false, scale, keep, y.matrix());
  }

  /** x = scale times the gradient of {@link #bypass}. */
  void bypassGradient(Pixels y, double scale, Pixels x) {
    Kernels.multiplyMatrices(y.matrix(), false, bypass, true, scale, 0, x.matrix());
  }
}
