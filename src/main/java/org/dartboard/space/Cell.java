package org.dartboard.space;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A NAS-Bench-201 cell: one operation on each of the six edges.
 *
 * <p>A cell is identified by its ordinal, the op code read as a number in base 5. The ordinal has
 * nothing to do with the benchmark's index, which is an arbitrary order that only its table knows.
 *
 * @param ordinal 0 to 15,624
 */
public record Cell(int ordinal) {
  /** How many different cells there are: 5 to the power of 6. */
  public static final int COUNT = 15_625;

  private static final int[] WEIGHT = {3125, 625, 125, 25, 5, 1};

  public Cell {
    if (ordinal < 0 || ordinal >= COUNT) {
      throw new IllegalArgumentException("cell ordinal " + ordinal + " is not 0 to " + (COUNT - 1));
    }
  }

  /**
   * The cell with the given operations in the order of {@link Edge}.
   *
   * @param operations exactly six
   */
  public static Cell of(Operation... operations) {
    if (operations.length != Edge.COUNT) {
      throw new IllegalArgumentException(
          "a cell has " + Edge.COUNT + " operations, not " + operations.length);
    }
    int ordinal = 0;
    for (Operation operation : operations) {
      ordinal = ordinal * Operation.COUNT + operation.code();
    }
    return new Cell(ordinal);
  }

  /** The cell with the same operation on every edge. */
  public static Cell uniform(Operation operation) {
    Operation[] operations = new Operation[Edge.COUNT];
    Arrays.fill(operations, operation);
    return of(operations);
  }

  /**
   * The cell with the given op code: six digits, one for each edge in order.
   *
   * @throws CellSyntaxException if {@code code} is anything but six digits 0 to 4
   */
  public static Cell ofCode(String code) {
    if (!code.matches("[0-4]{6}")) {
      throw new CellSyntaxException(
          "op code '" + code + "' is not six digits 0 to 4, one for each edge, such as 421211");
    }
    return new Cell(Integer.parseInt(code, Operation.COUNT));
  }

  /**
   * Reads an architecture string such as {@code
   * |nor_conv_3x3~0|+|nor_conv_3x3~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_3x3~1|none~2|}.
   *
   * @throws CellSyntaxException naming every defect of the string
   */
  public static Cell parse(String architecture) {
    return ArchitectureString.parse(architecture);
  }

  /** The operation on an edge. */
  public Operation operation(Edge edge) {
    return Operation.ofCode(ordinal / WEIGHT[edge.ordinal()] % Operation.COUNT);
  }

  /** The same cell with another operation on one edge. */
  public Cell with(Edge edge, Operation operation) {
    int difference = operation.code() - operation(edge).code();
    return new Cell(ordinal + difference * WEIGHT[edge.ordinal()]);
  }

  /** How many of the six edges carry the operation. */
  public int count(Operation operation) {
    return (int) Edge.all().stream().filter(edge -> operation(edge) == operation).count();
  }

  /** The op code: six digits, one for each edge in order, such as {@code 421211}. */
  public String code() {
    return Edge.all().stream()
        .map(edge -> Integer.toString(operation(edge).code()))
        .collect(Collectors.joining());
  }

  /** The architecture string, which {@link #parse} reads. */
  @Override
  public String toString() {
    return IntStream.rangeClosed(1, Edge.OUTPUT_NODE)
        .mapToObj(
            node ->
                Edge.into(node).stream()
                    .map(edge -> operation(edge).label() + "~" + edge.source())
                    .collect(Collectors.joining("|", "|", "|")))
        .collect(Collectors.joining("+"));
  }
}
