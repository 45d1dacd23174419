package org.dartboard.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * Reads the architecture strings of a file, in their exact form, without making strings.
 *
 * <p>{@link org.dartboard.space.Cell#parse} explains what is wrong with a string; here it is enough
 * to know that something is.
 */
final class ArchitectureField {
  private static final byte[][] LABELS = labels();

  private final byte[] bytes;
  private final int end;
  private int position;

  private ArchitectureField(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.end = to;
    this.position = from;
  }

  /** The cell's ordinal, or NaN if the bytes are no architecture string. */
  static double read(byte[] bytes, int from, int to) {
    return new ArchitectureField(bytes, from, to).ordinal();
  }

  private double ordinal() {
    int ordinal = 0;
    for (int node = 1; node <= Edge.OUTPUT_NODE; node++) {
      if (node > 1 && !skip('+') || !skip('|')) {
        return Double.NaN;
      }
      for (int source = 0; source < node; source++) {
        int code = operation();
        if (code < 0 || !skip('~') || !skip('0' + source) || !skip('|')) {
          return Double.NaN;
        }
        ordinal = ordinal * Operation.COUNT + code;
      }
    }
    return position == end ? ordinal : Double.NaN;
  }

  private int operation() {
    for (int code = 0; code < LABELS.length; code++) {
      if (skip(LABELS[code])) {
        return code;
      }
    }
    return -1;
  }

  private boolean skip(byte[] label) {
    int next = position + label.length;
    if (next > end || !Arrays.equals(bytes, position, next, label, 0, label.length)) {
      return false;
    }
    position = next;
    return true;
  }

  private boolean skip(int character) {
    if (position < end && bytes[position] == character) {
      position++;
      return true;
    }
    return false;
  }

  private static byte[][] labels() {
    byte[][] labels = new byte[Operation.COUNT][];
    for (Operation operation : Operation.values()) {
      labels[operation.code()] = operation.label().getBytes(StandardCharsets.US_ASCII);
    }
    return labels;
  }
}
