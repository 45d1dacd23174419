package org.dartboard.run;

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
 * @param data the digest of the data
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
