package org.dartboard.engine;

import java.util.List;

/**
 * A named piece of a flat buffer, in row-major order of its shape.
 *
 * @param name such as {@code cell.3.edge.1.nor_conv_3x3.weight}
 * @param kind what the numbers are
 * @param shape a convolution's is [out, in, height, width], a matrix's [out, in], a vector's [n]
 * @param offset of the first number in the flat buffer
 */
public record Slice(String name, Kind kind, List<Integer> shape, int offset) {
  /** What a slice's numbers are. */
  public enum Kind {
    CONVOLUTION,
    MATRIX,
    BIAS,
    /** Batch norm's scale. */
    GAMMA,
    /** Batch norm's shift. */
    BETA,
    RUNNING_MEAN,
    /** Unbiased. */
    RUNNING_VARIANCE
  }

  public Slice {
    shape = List.copyOf(shape);
  }

  /** How many numbers there are. */
  public int length() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** The offset after the last number. */
  public int end() {
    return offset + length();
  }
}
