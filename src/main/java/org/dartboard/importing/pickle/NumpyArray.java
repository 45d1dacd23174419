package org.dartboard.importing.pickle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A numpy array of numbers or, where its type says so, of any objects. */
final class NumpyArray implements Stateful {
  private static final int STATE_FIELDS = 5;

  private int[] shape = {0};
  private NumpyType type = NumpyType.of("u1");
  private boolean columnsFirst;
  private byte[] bytes = {};
  private List<?> objects = List.of();

  /** What {@code _frombuffer(bytes, type, shape, order)} makes. */
  static NumpyArray ofBuffer(Object... arguments) {
    if (arguments.length == 4
        && arguments[0] instanceof byte[] bytes
        && arguments[1] instanceof NumpyType type
        && arguments[2] instanceof Object[] shape) {
      NumpyArray array = new NumpyArray();
      array.fill(shape, type, "F".equals(arguments[3]), bytes);
      return array;
    }
    throw new IllegalArgumentException("an array of " + Arrays.toString(arguments));
  }

  /** The state is (version, shape, type, columns first, content). */
  @Override
  public void complete(@Nullable Object state) {
    if (state instanceof Object[] fields
        && fields.length == STATE_FIELDS
        && fields[1] instanceof Object[] newShape
        && fields[2] instanceof NumpyType newType
        && fields[3] instanceof Boolean newOrder) {
      fill(newShape, newType, newOrder, fields[4]);
      return;
    }
    throw new IllegalArgumentException("the state of an array is " + state);
  }

  private void fill(Object[] newShape, NumpyType newType, boolean newOrder, Object content) {
    shape = Arrays.stream(newShape).mapToInt(NumpyArray::length).toArray();
    type = newType;
    columnsFirst = newOrder;
    long elements = 1;
    for (int length : shape) {
      elements = Math.multiplyExact(elements, (long) length);
    }
    long found;
    // Python 2 wrote bytes as a text of the same codes.
    Object raw = content instanceof String text ? text.getBytes(ISO_8859_1) : content;
    if (newType.holdsObjects() && content instanceof List<?> list) {
      objects = list;
      found = list.size();
    } else if (!newType.holdsObjects() && raw instanceof byte[] given) {
      bytes = given;
      elements = Math.multiplyExact(elements, (long) newType.width());
      found = given.length;
    } else {
      throw new IllegalArgumentException("the content of an array of " + newType);
    }
    if (found != elements) {
      throw new IllegalArgumentException(
          "an array of shape " + Arrays.toString(shape) + " with " + found + " of " + elements);
    }
  }

  private static int length(Object length) {
    if (length instanceof Integer number && number >= 0) {
      return number;
    }
    throw new IllegalArgumentException("the length " + length);
  }

  int[] shape() {
    return shape.clone();
  }

  List<?> objects() {
    return objects;
  }

  /** The content as it lies in the file. */
  byte[] bytes() {
    return bytes;
  }

  /** All numbers, the last index running fastest. */
  double[] numbers() {
    double[] numbers = type.decode(bytes);
    if (!columnsFirst || shape.length < 2) {
      return numbers;
    }
    if (shape.length > 2) {
      throw new IllegalArgumentException("an array of columns first and " + shape.length + " axes");
    }
    double[] rowsFirst = new double[numbers.length];
    for (int row = 0; row < shape[0]; row++) {
      for (int column = 0; column < shape[1]; column++) {
        rowsFirst[row * shape[1] + column] = numbers[column * shape[0] + row];
      }
    }
    return rowsFirst;
  }
}
