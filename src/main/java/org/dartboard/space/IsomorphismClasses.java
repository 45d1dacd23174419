package org.dartboard.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The 6,466 classes into which {@link CanonicalForm} sorts the 15,625 cells.
 *
 * <p>A class is known by its simplest cell: the one with the most edges that carry nothing; among
 * those the one with the fewest 3x3 convolutions, then the fewest 1x1 convolutions, then the least
 * ordinal. What an edge from or to a node that plays no part would carry is then not computed.
 */
public final class IsomorphismClasses {
  /** The order by which the cell that stands for a class is chosen. */
  public static final Comparator<Cell> SIMPLEST_FIRST =
      Comparator.<Cell>comparingInt(cell -> -cell.count(Operation.NONE))
          .thenComparingInt(cell -> cell.count(Operation.NOR_CONV_3X3))
          .thenComparingInt(cell -> cell.count(Operation.NOR_CONV_1X1))
          .thenComparingInt(Cell::ordinal);

  private final List<Cell> representatives;
  private final Cell[] representativeOf;

  private IsomorphismClasses(List<Cell> representatives, Cell[] representativeOf) {
    this.representatives = representatives;
    this.representativeOf = representativeOf;
  }

  /** Sorts all cells. */
  public static IsomorphismClasses ofAllCells() {
    Map<CanonicalForm, List<Cell>> members = new HashMap<>();
    for (int ordinal = 0; ordinal < Cell.COUNT; ordinal++) {
      Cell cell = new Cell(ordinal);
      members.computeIfAbsent(CanonicalForm.of(cell), form -> new ArrayList<>()).add(cell);
    }
    Cell[] representativeOf = new Cell[Cell.COUNT];
    for (List<Cell> alike : members.values()) {
      Cell simplest = alike.stream().min(SIMPLEST_FIRST).orElseThrow();
      alike.forEach(cell -> representativeOf[cell.ordinal()] = simplest);
    }
    List<Cell> representatives =
        Arrays.stream(representativeOf)
            .distinct()
            .sorted(Comparator.comparingInt(Cell::ordinal))
            .toList();
    return new IsomorphismClasses(representatives, representativeOf);
  }

  /** The cell that each class is known by, in the order of their ordinals. */
  public List<Cell> representatives() {
    return representatives;
  }

  /** The cell that this cell's class is known by. */
  public Cell representative(Cell cell) {
    return representativeOf[cell.ordinal()];
  }
}
