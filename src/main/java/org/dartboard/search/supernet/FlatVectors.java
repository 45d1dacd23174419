package org.dartboard.search.supernet;

import java.nio.FloatBuffer;

/** Arithmetic on flat buffers of one length. Sums are taken in double precision, in order. */
public final class FlatVectors {
  private FlatVectors() {}

  /** The Euclidean norm. */
  public static double norm(FloatBuffer vector) {
    double sum = 0;
    for (int i = 0; i < vector.capacity(); i++) {
      double value = vector.get(i);
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  /** vector = factor vector. */
  public static void scale(FloatBuffer vector, double factor) {
    for (int i = 0; i < vector.capacity(); i++) {
      vector.put(i, (float) (factor * vector.get(i)));
    }
  }

  /** vector = vector + factor other. */
  public static void add(FloatBuffer vector, double factor, FloatBuffer other) {
    for (int i = 0; i < vector.capacity(); i++) {
      vector.put(i, (float) (vector.get(i) + factor * other.get(i)));
    }
  }

  /** to = from. */
  public static void copy(FloatBuffer from, FloatBuffer to) {
    for (int i = 0; i < to.capacity(); i++) {
      to.put(i, from.get(i));
    }
  }
}
