package org.dartboard.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dartboard.io.Digests;

/**
 * Where a trial's numbers come from: the program, the data and the machine.
 *
 * @param revision the source revision the program was built from, with {@code +} behind it where
 *     the sources had been changed
 * @param version Dartboard's version
 * @param data the digest of the data, or their name where only official files are read
 * @param engine what computed, such as {@code table}
 * @param precision such as {@code float64}
 * @param threads how many threads worked
 * @param java the Java runtime's name and version
 * @param system operating system and architecture
 * @param processor the processor's name
 * @param libraries native libraries and their versions, or {@code none}
 * @param date the day of the run, as year-month-day
 */
public record Provenance(
    String revision,
    String version,
    String data,
    String engine,
    String precision,
    int threads,
    String java,
    String system,
    String processor,
    String libraries,
    String date) {
  /** The columns of the ledger's file, in order, after the identifier. */
  static final List<String> COLUMNS =
      List.of(
          "revision",
          "version",
          "data",
          "engine",
          "precision",
          "threads",
          "java",
          "system",
          "processor",
          "libraries",
          "date");

  private static final int SHORT_DIGEST = 12;
  private static final int THREADS = 5;

  /** Twelve hexadecimal digits that stand for these values in the ledger. */
  public String id() {
    return Digests.sha256(String.join("\n", values())).substring(0, SHORT_DIGEST);
  }

  /** The values by column name, in the order of the columns. */
  public Map<String, String> asMap() {
    Map<String, String> map = new LinkedHashMap<>();
    List<String> values = values();
    for (int column = 0; column < COLUMNS.size(); column++) {
      map.put(COLUMNS.get(column), values.get(column));
    }
    return map;
  }

  /**
   * The provenance with the values that {@link #asMap} gave.
   *
   * @throws IllegalArgumentException naming the first value that is missing or no text
   */
  static Provenance ofMap(Map<?, ?> values) {
    List<String> texts = new ArrayList<>();
    for (String column : COLUMNS) {
      if (!(values.get(column) instanceof String text)) {
        throw new IllegalArgumentException("'" + column + "' is missing or not a text");
      }
      texts.add(text);
    }
    if (!texts.get(THREADS).matches("\\d{1,6}")) {
      throw new IllegalArgumentException("'threads' is no number: " + texts.get(THREADS));
    }
    return new Provenance(
        texts.get(0),
        texts.get(1),
        texts.get(2),
        texts.get(3),
        texts.get(4),
        Integer.parseInt(texts.get(THREADS)),
        texts.get(6),
        texts.get(7),
        texts.get(8),
        texts.get(9),
        texts.get(10));
  }

  List<String> values() {
    return List.of(
        revision,
        version,
        data,
        engine,
        precision,
        Integer.toString(threads),
        java,
        system,
        processor,
        libraries,
        date);
  }
}
