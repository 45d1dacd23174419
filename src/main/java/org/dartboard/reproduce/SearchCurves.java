package org.dartboard.reproduce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.dartboard.checkpoint.RunFolderException;
import org.dartboard.data.ImageSource;
import org.dartboard.diagnose.RankAgreement;
import org.dartboard.io.TextFiles;
import org.dartboard.search.supernet.SearchFolder;
import org.dartboard.space.Cell;
import org.dartboard.space.NetworkCost;
import org.dartboard.space.Operation;
import org.dartboard.table.AccuracyColumn;
import org.dartboard.table.Dataset;
import org.dartboard.table.Epochs;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.Split;

/**
 * A search's log joined with the table: what the search could not know while it ran.
 *
 * <p>To each epoch come the current cell's parameters (of the benchmark's network for CIFAR-10),
 * its accuracies after 200 epochs of training and their distance to the best cell's (regret), and
 * the rank correlations between the supernet's scores of fixed random cells and those cells'
 * accuracies. A blank is a value that there is not. The log's own columns follow as they are. Where
 * the table is not the published one, a further column, {@code source}, names it; where the search
 * did not see CIFAR-10, {@code images} names what it saw.
 */
public final class SearchCurves {
  /** The log of a search folder. */
  public static final String LOG = "log.csv";

  /** The scores of the fixed random cells, in a search folder. */
  public static final String SCORES = "scores.csv";

  private static final Set<String> FIRST = Set.of("epoch", "stage", "cell", "skips");
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
  private static final CSVFormat NAMED =
      FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();

  private final List<AccuracyColumn> accuracies;
  private final Nb201Table table;
  private final ImageSource images;

  private SearchCurves(Nb201Table table, ImageSource images) {
    this.table = table;
    this.images = images;
    this.accuracies =
        List.of(
            table.column(Dataset.CIFAR10_VALID, Split.VALID, Epochs.TWO_HUNDRED),
            table.column(Dataset.CIFAR10, Split.TEST, Epochs.TWO_HUNDRED),
            table.column(Dataset.CIFAR100, Split.TEST, Epochs.TWO_HUNDRED),
            table.column(Dataset.IMAGENET16_120, Split.TEST, Epochs.TWO_HUNDRED));
  }

  /**
   * The curves of a search folder, ended or not.
   *
   * @param table with architectures and accuracies
   * @return CSV with a header and a line an epoch
   * @throws RunFolderException if there is no log in it, or a file of it is no CSV of a search
   */
  public static String ofFolder(Path folder, Nb201Table table) throws IOException {
    Path log = folder.resolve(LOG);
    if (!Files.exists(log)) {
      throw new RunFolderException(
          log + " is missing: " + folder + " holds no search that has ended an epoch");
    }
    Path scores = folder.resolve(SCORES);
    try {
      return join(
          TextFiles.read(log),
          Files.exists(scores) ? Optional.of(TextFiles.read(scores)) : Optional.empty(),
          table,
          images(folder));
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new RunFolderException(
          "%s and %s do not go together as the log of a search: %s"
              .formatted(log, scores.getFileName(), e.getMessage()));
    }
  }

  /**
   * Joins a log with the table.
   *
   * @param log CSV with the columns epoch and cell; lines whose epoch is no number are left out
   * @param scores CSV with the column epoch and one for each cell, by its op code
   * @param table with architectures and accuracies
   * @param images what the search saw
   * @throws IllegalArgumentException if a column is missing or a cell cannot be
   */
  public static String join(
      String log, Optional<String> scores, Nb201Table table, ImageSource images)
      throws IOException {
    return new SearchCurves(table, images).join(log, scores);
  }

  /**
   * What must be said beside the curves of a search folder; empty where table and images are the
   * published ones.
   */
  public static String standIn(Path folder, Nb201Table table) throws IOException {
    return new DataSources(table.source(), images(folder)).warning();
  }

  /** What the search of a folder saw; CIFAR-10 where only the logs are left of the folder. */
  private static ImageSource images(Path folder) throws IOException {
    return SearchFolder.holdsSearch(folder)
        ? SearchFolder.existing(folder).images()
        : ImageSource.CIFAR_10;
  }

  private String join(String log, Optional<String> scores) throws IOException {
    Map<String, List<String>> agreements = scores.isPresent() ? agreements(scores.get()) : Map.of();
    StringBuilder text = new StringBuilder();
    try (CSVParser parser = CSVParser.parse(log, NAMED);
        CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      require(parser.getHeaderNames(), List.of("epoch", "cell"));
      List<String> others =
          parser.getHeaderNames().stream().filter(name -> !FIRST.contains(name)).toList();
      printer.printRecord(header(others));
      for (CSVRecord record : parser) {
        String epoch = record.get("epoch");
        if (!epoch.matches("\\d+")) {
          continue;
        }
        List<String> line = new ArrayList<>(List.of(epoch));
        line.add(record.isMapped("stage") ? record.get("stage") : "1");
        line.addAll(cellFigures(record.get("cell")));
        line.addAll(agreements.getOrDefault(epoch, blanks(2 * accuracies.size())));
        others.forEach(name -> line.add(record.get(name)));
        if (!table.source().published()) {
          line.add(table.source().label());
        }
        if (!images.published()) {
          line.add(images.label());
        }
        printer.printRecord(line);
      }
    }
    return text.toString();
  }

  private List<String> header(List<String> others) {
    List<String> header = new ArrayList<>(List.of("epoch", "stage", "cell", "skips", "parameters"));
    for (String quantity : List.of("accuracy", "regret", "kendall", "spearman")) {
      accuracies.forEach(column -> header.add(quantity + "_" + name(column)));
    }
    header.addAll(others);
    if (!table.source().published()) {
      header.add("source");
    }
    if (!images.published()) {
      header.add("images");
    }
    return header;
  }

  private static String name(AccuracyColumn column) {
    return column.key().dataset().label() + "_" + column.key().split().label();
  }

  /** Cell, skips, parameters, accuracies and regrets. */
  private List<String> cellFigures(String code) {
    if (code.isEmpty()) {
      return blanks(3 + 2 * accuracies.size());
    }
    Cell cell = Cell.ofCode(code);
    int index = table.index(cell);
    List<String> figures = new ArrayList<>();
    figures.add(code);
    figures.add(Integer.toString(cell.count(Operation.SKIP_CONNECT)));
    figures.add(Long.toString(NetworkCost.of(cell, Dataset.CIFAR10.network()).parameters()));
    accuracies.forEach(column -> figures.add(text(column.get(index))));
    accuracies.forEach(column -> figures.add(text(column.get(column.best()) - column.get(index))));
    return figures;
  }

  /** Kendall's and Spearman's correlations by epoch. */
  private Map<String, List<String>> agreements(String scores) throws IOException {
    Map<String, List<String>> agreements = new LinkedHashMap<>();
    try (CSVParser parser = CSVParser.parse(scores, NAMED)) {
      require(parser.getHeaderNames(), List.of("epoch"));
      List<String> codes =
          parser.getHeaderNames().stream().filter(name -> name.matches("[0-4]{6}")).toList();
      int[] cells = codes.stream().mapToInt(code -> table.index(Cell.ofCode(code))).toArray();
      for (CSVRecord record : parser) {
        double[] scored = codes.stream().mapToDouble(code -> number(record.get(code))).toArray();
        List<RankAgreement> all = new ArrayList<>();
        for (AccuracyColumn column : accuracies) {
          double[] known = new double[cells.length];
          for (int i = 0; i < cells.length; i++) {
            known[i] = column.get(cells[i]);
          }
          all.add(RankAgreement.of(scored, known));
        }
        List<String> line = new ArrayList<>();
        all.forEach(agreement -> line.add(text(agreement.kendall())));
        all.forEach(agreement -> line.add(text(agreement.spearman())));
        agreements.put(record.get("epoch"), line);
      }
    }
    return agreements;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("score '" + text + "' of a cell is no number", e);
    }
  }

  private static void require(List<String> found, List<String> wanted) {
    if (!found.containsAll(wanted)) {
      throw new IllegalArgumentException("expected the columns " + wanted + ", found " + found);
    }
  }

  private static List<String> blanks(int count) {
    return Collections.nCopies(count, "");
  }

  private static String text(OptionalDouble value) {
    return value.isPresent() ? text(value.getAsDouble()) : "";
  }

  /** Six decimals at most, so that differences show no rounding. */
  private static String text(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
