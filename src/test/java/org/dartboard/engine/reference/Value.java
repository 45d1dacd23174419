package org.dartboard.engine.reference;

/** Numbers and, once the tape ran back, the loss's gradient with respect to them. */
final class Value {
  final double[] data;
  final double[] gradient;

  Value(int length) {
    this(new double[length]);
  }

  Value(double[] data) {
    this.data = data;
    this.gradient = new double[data.length];
  }

  int length() {
    return data.length;
  }
}
