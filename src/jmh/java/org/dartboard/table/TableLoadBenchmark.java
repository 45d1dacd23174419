package org.dartboard.table;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long loading and checking the table takes, and how long a general CSV reader reads alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
public class TableLoadBenchmark {
  private static final Set<TablePart> QUERY =
      EnumSet.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES, TablePart.SEEDS);

  private Path folder = Path.of("");

  /** Finds the table and checks that both readers see the same values. */
  @Setup
  public void findTable() throws IOException {
    folder = TableLocation.find(Path.of("").toAbsolutePath(), System.getenv());
    double ours = sum(Nb201Table.load(folder, TablePart.all()), TablePart.ACCURACIES);
    double peers = commonsCsv(TablePart.ACCURACIES);
    if (Math.abs(ours - peers) > 1e-6 * ours) {
      throw new IllegalStateException("the readers disagree: " + ours + " and " + peers);
    }
  }

  /** Everything, checked. */
  @Benchmark
  public Nb201Table allParts() {
    return Nb201Table.load(folder, TablePart.all());
  }

  /** What a query on the command line needs, checked. */
  @Benchmark
  public Nb201Table partsOfAQuery() {
    return Nb201Table.load(folder, QUERY);
  }

  /** Everything, read by Apache Commons CSV on one thread, unchecked. */
  @Benchmark
  public double allPartsByCommonsCsv() throws IOException {
    double sum = 0;
    for (TablePart part : TablePart.values()) {
      sum += commonsCsv(part);
    }
    return sum;
  }

  /** The parts of a query, read by Apache Commons CSV on one thread, unchecked. */
  @Benchmark
  public double partsOfAQueryByCommonsCsv() throws IOException {
    double sum = 0;
    for (TablePart part : QUERY) {
      sum += commonsCsv(part);
    }
    return sum;
  }

  private double commonsCsv(TablePart part) throws IOException {
    Path file = FileContent.find(folder, part).orElseThrow();
    double sum = 0;
    try (Reader reader = open(file);
        CSVParser rows =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
      for (CSVRecord row : rows) {
        for (ColumnSpec spec : part.columns()) {
          String field = row.get(spec.name());
          if (isNumber(spec) && !field.isEmpty()) {
            sum += Double.parseDouble(field);
          }
        }
      }
    }
    return sum;
  }

  private static Reader open(Path file) throws IOException {
    return file.toString().endsWith(".gz")
        ? new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8)
        : Files.newBufferedReader(file);
  }

  private static double sum(Nb201Table table, TablePart part) {
    double sum = 0;
    for (ColumnSpec spec : part.columns()) {
      if (isNumber(spec)) {
        Columns columns = table.columns().get(part);
        for (double value : columns == null ? new double[0] : columns.required(spec.name())) {
          sum += value;
        }
      }
    }
    return sum;
  }

  private static boolean isNumber(ColumnSpec spec) {
    return switch (spec.kind()) {
      case INTEGER, SIX_DECIMALS, NINE_DIGITS -> true;
      case OP_CODE, ARCHITECTURE, DATASET -> false;
    };
  }
}
