package org.dartboard.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.Test;

class FlatVectorsTest {
  private final UniformRandomProvider random = new RandomStreams("vectors", 1).stream("all");

  @Test
  void resultsAreThoseOfDoublePrecisionRoundedOnce() {
    for (int length : new int[] {0, 1, 2, 7, 1000}) {
      FloatBuffer x = random(length);
      FloatBuffer y = random(length);
      double factor = random.nextDouble(-2, 2);
      float[] expected = new float[length];
      for (int i = 0; i < length; i++) {
        expected[i] = (float) (x.get(i) + factor * y.get(i));
      }
      FloatBuffer sum = FlatBuffers.allocate(length);
      FlatVectors.sum(x, factor, y, sum);
      assertArrayEquals(expected, floats(sum));
      FlatVectors.copy(x, sum);
      assertArrayEquals(floats(x), floats(sum));
      FlatVectors.axpy(factor, y, sum);
      assertArrayEquals(expected, floats(sum));
      FlatVectors.scale(factor, sum);
      for (int i = 0; i < length; i++) {
        assertEquals((float) (factor * expected[i]), sum.get(i));
      }
      FlatVectors.clear(sum);
      assertArrayEquals(new float[length], floats(sum));
    }
  }

  @Test
  void sumsAreExactToDoublePrecision() {
    for (int length : new int[] {0, 1, 2, 7, 1000}) {
      FloatBuffer x = random(length);
      FloatBuffer y = random(length);
      double dot = IntStream.range(0, length).mapToDouble(i -> (double) x.get(i) * y.get(i)).sum();
      assertEquals(dot, FlatVectors.dot(x, y), 1e-12);
      assertEquals(Math.sqrt(FlatVectors.dot(x, x)), FlatVectors.norm(x));
    }
    FloatBuffer large = FlatBuffers.allocate(2);
    large.put(0, 3e30f);
    large.put(1, 4e30f);
    assertEquals(5e30, FlatVectors.norm(large), 1e24);
    assertEquals(5, FlatVectors.norm(new double[] {3, -4}));
  }

  @Test
  void allOfABufferCountsWhereverItsPositionIs() {
    FloatBuffer x = random(5);
    double norm = FlatVectors.norm(x);
    x.position(3).limit(5);
    assertEquals(norm, FlatVectors.norm(x));
    FloatBuffer copy = FlatBuffers.allocate(5);
    FlatVectors.copy(x, copy);
    assertEquals(norm, FlatVectors.norm(copy));
  }

  @Test
  void vectorsOfOtherLengthsAreRefused() {
    FloatBuffer five = random(5);
    FloatBuffer six = random(6);
    assertThrows(IllegalArgumentException.class, () -> FlatVectors.copy(five, six));
    assertThrows(IllegalArgumentException.class, () -> FlatVectors.dot(five, six));
    assertThrows(IllegalArgumentException.class, () -> FlatVectors.axpy(1, five, six));
    assertThrows(IllegalArgumentException.class, () -> FlatVectors.sum(five, 1, five, six));
  }

  private FloatBuffer random(int length) {
    FloatBuffer buffer = FlatBuffers.allocate(length);
    for (int i = 0; i < length; i++) {
      buffer.put(i, (float) random.nextDouble(-1, 1));
    }
    return buffer;
  }

  private static float[] floats(FloatBuffer buffer) {
    float[] floats = new float[buffer.capacity()];
    buffer.get(0, floats);
    return floats;
  }
}
