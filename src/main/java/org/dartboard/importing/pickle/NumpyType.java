package org.dartboard.importing.pickle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** The type of a numpy array's elements, such as {@code f8}. */
final class NumpyType implements Stateful {
  private static final int BYTE_ORDER = 1;

  private final String code;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

  private NumpyType(String code) {
    this.code = code;
  }

  /** What {@code numpy.dtype(code, align, copy)} makes. */
  static NumpyType of(Object... arguments) {
    if (arguments.length > 0 && arguments[0] instanceof String code) {
      return new NumpyType(code);
    }
    throw new IllegalArgumentException("a numpy type without a name");
  }

  @Override
  public void complete(@Nullable Object state) {
    if (state instanceof Object[] fields && fields.length > BYTE_ORDER) {
      order = ">".equals(fields[BYTE_ORDER]) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
      return;
    }
    throw new IllegalArgumentException("the state of a numpy type is " + state);
  }

  boolean holdsObjects() {
    return code.startsWith("O");
  }

  /** Bytes of one element. */
  int width() {
    return switch (code) {
      case "f8", "i8" -> Double.BYTES;
      case "f4", "i4" -> Float.BYTES;
      case "i2", "u2" -> Short.BYTES;
      case "u1", "i1", "b1" -> Byte.BYTES;
      default -> throw new IllegalArgumentException("numpy elements of type " + code);
    };
  }

  /** The numbers that stand in some bytes. */
  double[] decode(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
    double[] numbers = new double[bytes.length / width()];
    for (int position = 0; position < numbers.length; position++) {
      numbers[position] =
          switch (code) {
            case "f8" -> buffer.getDouble();
            case "i8" -> buffer.getLong();
            case "f4" -> buffer.getFloat();
            case "i4" -> buffer.getInt();
            case "i2" -> buffer.getShort();
            case "u2" -> Short.toUnsignedInt(buffer.getShort());
            case "i1" -> buffer.get();
            default -> Byte.toUnsignedInt(buffer.get());
          };
    }
    return numbers;
  }

  @Override
  public String toString() {
    return code;
  }
}
