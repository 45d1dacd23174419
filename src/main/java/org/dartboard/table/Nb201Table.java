package org.dartboard.table;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.dartboard.io.Digests;
import org.dartboard.space.Cell;
import org.jspecify.annotations.Nullable;

/**
 * The NAS-Bench-201 table (Dong and Yang, ICLR 2020; topology search space of NATS-Bench): the
 * results of training all 15,625 cells.
 *
 * <p>Immutable, and safe for any number of threads. An architecture is named by its index 0 to
 * 15,624, the benchmark's own order. Every query that needs a part that was not loaded throws a
 * {@link PartNotLoadedException}, and one that needs a file or column that the data folder lacks an
 * {@link AbsentDataException} that names it.
 */
public final class Nb201Table {
  /** How many architectures there are. */
  public static final int SIZE = Cell.COUNT;

  private static final int SPLITS = Split.values().length;
  private static final int EPOCHS = Epochs.values().length;

  private final TableData data;
  private final TableSource source;
  private final double[] cells;
  private final int[] indexOfCell = new int[Cell.COUNT];
  private final @Nullable AccuracyColumn[] accuracies =
      new AccuracyColumn[Dataset.values().length * SPLITS * EPOCHS];

  Nb201Table(TableData data) {
    this(data, TableSource.NAS_BENCH_201);
  }

  Nb201Table(TableData data, TableSource source) {
    this.data = data;
    this.source = source;
    this.cells = data.column(TablePart.ARCHITECTURES, "arch_str");
    for (int index = 0; index < cells.length; index++) {
      indexOfCell[(int) cells[index]] = index;
    }
    for (AccuracyKey key : AccuracyKey.all()) {
      double[] means = data.find(TablePart.ACCURACIES, key.columnName());
      if (means != null) {
        accuracies[position(key.dataset(), key.split(), key.epochs())] =
            new AccuracyColumn(key, means, data);
      }
    }
  }

  /**
   * Reads and checks the files of a folder, on two threads.
   *
   * @param folder as {@link TableLocation} finds it
   * @param parts what to load beside the architectures, which are always loaded; parts whose files
   *     are not there are left out, and queries that need them say so
   * @throws TableMissingException if the folder holds no architectures
   * @throws TableFormatException if a file is not the benchmark's, naming every defect
   */
  public static Nb201Table load(Path folder, Set<TablePart> parts) {
    return new TableLoader(folder, Manifest.shipped()).load(parts);
  }

  /** Where the figures come from; whoever shows them says so. */
  public TableSource source() {
    return source;
  }

  /**
   * An accuracy in percent.
   *
   * @throws IllegalQueryException if the benchmark lacks the combination; it names those that exist
   */
  public double accuracy(int index, Dataset dataset, Split split, Epochs epochs, Trial trial) {
    return column(dataset, split, epochs).get(index, trial);
  }

  /** One accuracy of all architectures, for many queries; conditions as {@link #accuracy}. */
  public AccuracyColumn column(Dataset dataset, Split split, Epochs epochs) {
    AccuracyColumn column = accuracies[position(dataset, split, epochs)];
    return column != null ? column : absent(new AccuracyKey(dataset, split, epochs));
  }

  /** One accuracy of all architectures. */
  public AccuracyColumn column(AccuracyKey key) {
    return column(key.dataset(), key.split(), key.epochs());
  }

  /** An architecture's figures by seed, lowest seed first; empty where the table has none. */
  public SortedMap<Integer, Double> trials(int index, Dataset dataset, Split split, Epochs epochs) {
    return column(dataset, split, epochs).trials(index);
  }

  /** The index of the highest mean accuracy, the lowest such index in a tie. */
  public int best(Dataset dataset, Split split, Epochs epochs) {
    return column(dataset, split, epochs).best();
  }

  /** The index of a cell. */
  public int index(Cell cell) {
    return indexOfCell[cell.ordinal()];
  }

  /** The cell of an index. */
  public Cell cell(int index) {
    return new Cell((int) cells[checked(index)]);
  }

  /** The lowest index among the architectures that the benchmark holds isomorphic to this one. */
  public int isomorphismRepresentative(int index) {
    return (int) data.column(TablePart.ARCHITECTURES, "iso_rep")[checked(index)];
  }

  /** How many full trainings the mean accuracies of an architecture are over: 2 or 3. */
  public int trainings(int index) {
    return (int) data.column(TablePart.ACCURACIES, "n_seeds_200")[checked(index)];
  }

  /** Parameters, FLOPs and training times. */
  public Costs costs() {
    return new Costs(this, data);
  }

  /** Zero-cost proxies of all architectures. */
  public NamedColumns proxies() {
    return NamedColumns.of(data.part(TablePart.PROXIES));
  }

  /** NASLib's zero-cost proxies on a dataset, of 724 or 725 architectures. */
  public NamedColumns proxiesOfSubset(Dataset dataset) {
    return NamedColumns.of(data.part(TablePart.PROXIES_SUBSET), dataset);
  }

  /** Latencies of all architectures, in milliseconds. */
  public NamedColumns latencies() {
    return NamedColumns.of(data.part(TablePart.LATENCIES));
  }

  /** Latencies of 1,999 architectures on further devices, in milliseconds. */
  public NamedColumns latenciesOfSubset() {
    return NamedColumns.of(data.part(TablePart.LATENCIES_SUBSET));
  }

  /** Whether a part was asked for and its file was there. */
  public boolean has(TablePart part) {
    return data.parts().containsKey(part);
  }

  /** The columns that a part was found to have, in the file's order; none where it is absent. */
  public List<String> columnNames(TablePart part) {
    Columns columns = data.parts().get(part);
    return columns == null
        ? List.of()
        : part.columnNames().stream().filter(columns.values()::containsKey).toList();
  }

  /** The folder that the table was read from. */
  public Path folder() {
    return data.folder();
  }

  /** One SHA-256 over all loaded columns, for provenance: 64 hexadecimal characters. */
  public String digest() {
    MessageDigest digest = Digests.newSha256();
    Manifest.digests(data.parts())
        .forEach(
            (name, column) ->
                digest.update((name + ' ' + column + '\n').getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  Map<TablePart, Columns> columns() {
    return data.parts();
  }

  /**
   * @throws IllegalQueryException if there is no such index
   */
  static int checked(int index) {
    if (index < 0 || index >= SIZE) {
      throw new IllegalQueryException(
          "there is no architecture " + index + "; indices are 0 to " + (SIZE - 1));
    }
    return index;
  }

  private AccuracyColumn absent(AccuracyKey key) {
    data.column(TablePart.ACCURACIES, key.columnName());
    throw new IllegalStateException(key + " is there after all");
  }

  private static int position(Dataset dataset, Split split, Epochs epochs) {
    return (dataset.ordinal() * SPLITS + split.ordinal()) * EPOCHS + epochs.ordinal();
  }
}
