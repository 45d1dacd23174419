package org.dartboard.table;

import java.nio.charset.StandardCharsets;
import org.dartboard.space.Operation;

/** Reads one field of a file as a number, whatever its kind; NaN where it is not of that kind. */
final class FieldReader {
  private FieldReader() {}

  static double read(ValueKind kind, byte[] bytes, int from, int to) {
    return switch (kind) {
      case INTEGER -> wholeNumber(bytes, from, to);
      case SIX_DECIMALS, NINE_DIGITS -> Decimals.parse(bytes, from, to);
      case OP_CODE -> opCode(bytes, from, to);
      case ARCHITECTURE -> ArchitectureField.read(bytes, from, to);
      case DATASET -> dataset(text(bytes, from, to));
    };
  }

  static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static double wholeNumber(byte[] bytes, int from, int to) {
    double value = Decimals.parse(bytes, from, to);
    return value == Math.rint(value) ? value : Double.NaN;
  }

  private static double opCode(byte[] bytes, int from, int to) {
    if (to - from != 6) {
      return Double.NaN;
    }
    int ordinal = 0;
    for (int position = from; position < to; position++) {
      int code = bytes[position] - '0';
      if (code < 0 || code >= Operation.COUNT) {
        return Double.NaN;
      }
      ordinal = ordinal * Operation.COUNT + code;
    }
    return ordinal;
  }

  private static double dataset(String text) {
    for (Dataset dataset : Dataset.values()) {
      if (dataset.label().equals(text)) {
        return dataset.ordinal();
      }
    }
    return Double.NaN;
  }
}
