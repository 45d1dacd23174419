package org.dartboard.engine.reference;

/**
 * A value seen as images: [image][channel][row][column].
 *
 * @param value the numbers
 * @param count how many images
 * @param channels of each
 * @param side height and width
 */
record Images(Value value, int count, int channels, int side) {
  Images(int count, int channels, int side) {
    this(new Value(count * channels * side * side), count, channels, side);
  }

  int area() {
    return side * side;
  }

  int at(int image, int channel, int row, int column) {
    return ((image * channels + channel) * side + row) * side + column;
  }

  double get(int image, int channel, int row, int column) {
    return value.data[at(image, channel, row, column)];
  }

  Images sameShape() {
    return new Images(count, channels, side);
  }
}
