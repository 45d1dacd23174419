package org.dartboard.engine;

/**
 * Dropout masks and random channels as pure functions of the knobs' seed and a place in the
 * network, so that every engine draws the same.
 */
public final class Masks {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int LEVELS = 1 << 16;

  private Masks() {}

  /** The seed of an edge's masks in one call. */
  public static long edgeSeed(long maskSeed, int edgeIndex) {
    return mix(maskSeed + GOLDEN * (edgeIndex + 1L));
  }

  /**
   * Whether dropout keeps a value. Rates are rounded to multiples of 1/65,536.
   *
   * @param edgeSeed from {@link #edgeSeed}
   * @param index of the value in channels-last order: ((image * side + row) * side + column) *
   *     channels + channel
   * @param rate share that is dropped
   */
  public static boolean keeps(long edgeSeed, int index, double rate) {
    long word = mix(edgeSeed + GOLDEN * ((index >> 2) + 1L));
    int level = (int) (word >>> (16 * (index & 3))) & 0xffff;
    return level >= (int) Math.round(rate * LEVELS);
  }

  /**
   * Channels drawn for an edge, ascending.
   *
   * @param edgeSeed from {@link #edgeSeed}
   * @param channels how many there are
   * @param selected how many to draw
   */
  public static int[] channels(long edgeSeed, int channels, int selected) {
    int[] drawn = new int[selected];
    // Away from the words that dropout draws from the same seed.
    long state = mix(~edgeSeed);
    int taken = 0;
    // Selection sampling (Knuth, volume 2, algorithm S).
    for (int channel = 0; channel < channels && taken < selected; channel++) {
      state += GOLDEN;
      double uniform = (mix(state) >>> 11) * 0x1.0p-53;
      if (uniform * (channels - channel) < selected - taken) {
        drawn[taken++] = channel;
      }
    }
    return drawn;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
