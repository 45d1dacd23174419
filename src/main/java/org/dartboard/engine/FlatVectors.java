package org.dartboard.engine;

import java.nio.FloatBuffer;

/**
 * Arithmetic on flat buffers as vectors: all of a buffer, from position 0 to its capacity.
 *
 * <p>Each result is rounded to single precision once. Sums are taken in double precision and always
 * in the same order, so that they have the same bits on every machine. Nothing is allocated.
 */
public final class FlatVectors {
  private FlatVectors() {}

  /** to = from. */
  public static void copy(FloatBuffer from, FloatBuffer to) {
    requireSameLength(from, to);
    to.put(0, from, 0, from.capacity());
  }

  /** x = 0. */
  public static void clear(FloatBuffer x) {
    for (int i = 0; i < x.capacity(); i++) {
      x.put(i, 0f);
    }
  }

  /** x = factor x. */
  public static void scale(double factor, FloatBuffer x) {
    for (int i = 0; i < x.capacity(); i++) {
      x.put(i, (float) (factor * x.get(i)));
    }
  }

  /** y = y + factor x. */
  public static void axpy(double factor, FloatBuffer x, FloatBuffer y) {
    sum(y, factor, x, y);
  }

  /**
   * into = x + factor y.
   *
   * @param into may be x or y
   */
  public static void sum(FloatBuffer x, double factor, FloatBuffer y, FloatBuffer into) {
    requireSameLength(x, y);
    requireSameLength(x, into);
    for (int i = 0; i < x.capacity(); i++) {
      into.put(i, (float) (x.get(i) + factor * y.get(i)));
    }
  }

  /** The inner product of x and y. */
  public static double dot(FloatBuffer x, FloatBuffer y) {
    requireSameLength(x, y);
    // Two sums, since an addition waits for the one before it.
    double even = 0;
    double odd = 0;
    int pairs = x.capacity() & ~1;
    for (int i = 0; i < pairs; i += 2) {
      even += (double) x.get(i) * y.get(i);
      odd += (double) x.get(i + 1) * y.get(i + 1);
    }
    double last = pairs < x.capacity() ? (double) x.get(pairs) * y.get(pairs) : 0;
    return even + odd + last;
  }

  /** The Euclidean length of x. */
  public static double norm(FloatBuffer x) {
    return Math.sqrt(dot(x, x));
  }

  /** The Euclidean length of x. */
  public static double norm(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  private static void requireSameLength(FloatBuffer x, FloatBuffer y) {
    if (x.capacity() != y.capacity()) {
      throw new IllegalArgumentException(
          "vectors of " + x.capacity() + " and " + y.capacity() + " numbers do not go together");
    }
  }
}
