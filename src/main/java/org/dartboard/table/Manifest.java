package org.dartboard.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The digests of every column of the benchmark, by which a table is known to be the real one.
 *
 * <p>It holds no value of the table. To make it anew, for instance after a column was added, write
 * the text of {@link #ofFolder} into {@code src/main/resources/org/dartboard/table/manifest.csv}.
 */
public final class Manifest {
  private static final String RESOURCE = "manifest.csv";
  private static final String HEADER = "column,rows,sha256,sums";

  private final SortedMap<String, ColumnDigest> digests;

  private Manifest(SortedMap<String, ColumnDigest> digests) {
    this.digests = Collections.unmodifiableSortedMap(digests);
  }

  /** The manifest that ships with the program. */
  public static Manifest shipped() {
    try (InputStream in = Manifest.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + RESOURCE);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The manifest of a folder's files, which are checked for all but being the real ones.
   *
   * @throws TableFormatException if a file is damaged in itself
   * @throws TableMissingException if the folder holds no table
   */
  public static Manifest ofFolder(Path folder) {
    return of(new TableLoader(folder, null).loadColumns(TablePart.all()));
  }

  /** The manifest of a table's loaded columns. */
  public static Manifest of(Nb201Table table) {
    return of(table.columns());
  }

  private static Manifest of(Map<TablePart, Columns> parts) {
    SortedMap<String, ColumnDigest> digests = new TreeMap<>();
    for (Columns columns : parts.values()) {
      for (ColumnSpec spec : columns.part().columns()) {
        double[] values = columns.get(spec.name());
        if (values != null) {
          digests.put(name(columns.part(), spec.name()), ColumnDigest.of(spec.kind(), values));
        }
      }
    }
    return new Manifest(digests);
  }

  /** The SHA-256 of each column, by name. */
  static SortedMap<String, String> digests(Map<TablePart, Columns> parts) {
    SortedMap<String, String> digests = new TreeMap<>();
    for (Columns columns : parts.values()) {
      for (ColumnSpec spec : columns.part().columns()) {
        double[] values = columns.get(spec.name());
        if (values != null) {
          digests.put(
              name(columns.part(), spec.name()),
              ColumnDigest.sha256(ColumnDigest.canonical(spec.kind(), values)));
        }
      }
    }
    return digests;
  }

  /** Reads what {@link #text} writes. */
  static Manifest parse(String text) {
    SortedMap<String, ColumnDigest> digests = new TreeMap<>();
    String[] lines = text.split("\n", -1);
    for (int line = 1; line < lines.length - 1; line++) {
      String[] fields = lines[line].split(",", -1);
      digests.put(fields[0], new ColumnDigest(Integer.parseInt(fields[1]), fields[2], fields[3]));
    }
    return new Manifest(digests);
  }

  /** The manifest as a CSV file: a line for each column. */
  public String text() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    digests.forEach(
        (name, digest) ->
            text.append(name)
                .append(',')
                .append(digest.rows())
                .append(',')
                .append(digest.sha256())
                .append(',')
                .append(digest.sums())
                .append('\n'));
    return text.toString();
  }

  @Nullable ColumnDigest get(TablePart part, String column) {
    return digests.get(name(part, column));
  }

  static String name(TablePart part, String column) {
    return part.stem() + "/" + column;
  }
}
