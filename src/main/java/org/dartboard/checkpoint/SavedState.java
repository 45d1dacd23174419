package org.dartboard.checkpoint;

import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named arrays of numbers: what a computation must keep so that it can go on later. */
public final class SavedState {
  private final Map<String, double[]> numbers = new LinkedHashMap<>();
  private final Map<String, float[]> vectors = new LinkedHashMap<>();

  /** Keeps a copy of numbers under a name. */
  public void put(String name, double... values) {
    numbers.put(name, values.clone());
  }

  /** Keeps a copy of a flat buffer under a name. */
  public void put(String name, FloatBuffer values) {
    float[] copy = new float[values.capacity()];
    values.get(0, copy);
    vectors.put(name, copy);
  }

  /** Whether there are numbers under a name. */
  public boolean has(String name) {
    return numbers.containsKey(name);
  }

  /**
   * A copy of the numbers under a name.
   *
   * @throws IllegalArgumentException if there are none
   */
  public double[] get(String name) {
    double[] found = numbers.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "the saved state has no '" + name + "', only " + numbers.keySet());
    }
    return found.clone();
  }

  /** As {@link #get}, but also refuses another length. */
  public double[] get(String name, int length) {
    double[] found = get(name);
    if (found.length != length) {
      throw new IllegalArgumentException(
          "'" + name + "' of the saved state has " + found.length + " numbers, not " + length);
    }
    return found;
  }

  /**
   * Fills a flat buffer from the one under a name.
   *
   * @throws IllegalArgumentException if there is none, or it has another length
   */
  public void get(String name, FloatBuffer into) {
    float[] found = vectors.get(name);
    if (found == null || found.length != into.capacity()) {
      throw new IllegalArgumentException(
          "the saved state has no vector '" + name + "' of length " + into.capacity());
    }
    into.put(0, found);
  }

  /** All arrays of numbers by name; the map itself. */
  public Map<String, double[]> numbers() {
    return numbers;
  }

  /** All flat buffers by name; the map itself. */
  public Map<String, float[]> vectors() {
    return vectors;
  }
}
