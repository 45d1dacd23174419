package org.dartboard.space;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One of the five operations that an edge of a NAS-Bench-201 cell can carry.
 *
 * <p>The order is the benchmark's own (Dong and Yang, ICLR 2020), so that {@link #code} is the
 * digit that stands for the operation in an op code.
 */
public enum Operation {
  /** Zero: the edge passes nothing on. */
  NONE("none"),
  /** Identity. */
  SKIP_CONNECT("skip_connect"),
  /** ReLU, 1x1 convolution, batch norm. */
  NOR_CONV_1X1("nor_conv_1x1"),
  /** ReLU, 3x3 convolution, batch norm. */
  NOR_CONV_3X3("nor_conv_3x3"),
  /** 3x3 average pooling, stride 1, padding not counted. */
  AVG_POOL_3X3("avg_pool_3x3");

  /** How many operations an edge can choose from. */
  public static final int COUNT = 5;

  private static final List<Operation> BY_CODE = List.of(values());

  private final String label;

  Operation(String label) {
    this.label = label;
  }

  /** The name that architecture strings use, such as {@code nor_conv_3x3}. */
  public String label() {
    return label;
  }

  /** The digit 0 to 4 that stands for this operation in an op code. */
  public int code() {
    return ordinal();
  }

  /**
   * The operation with the given digit.
   *
   * @throws IllegalArgumentException if {@code code} is not 0 to 4
   */
  public static Operation ofCode(int code) {
    if (code < 0 || code >= COUNT) {
      throw new IllegalArgumentException("operation code " + code + " is not 0 to 4");
    }
    return BY_CODE.get(code);
  }

  /** The operation with the given label, or empty if there is none. */
  public static Optional<Operation> ofLabel(String label) {
    return BY_CODE.stream().filter(operation -> operation.label.equals(label)).findFirst();
  }

  /** All labels in order, separated by commas, for messages. */
  public static String labels() {
    return Arrays.stream(values()).map(Operation::label).collect(Collectors.joining(", "));
  }
}
