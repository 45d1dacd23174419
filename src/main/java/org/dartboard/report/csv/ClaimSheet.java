package org.dartboard.report.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dartboard.report.data.ClaimSummary;

/** The rows of claim.csv: the format's number, the summary, and a seal for each other file. */
final class ClaimSheet {
  static final String FORMAT_KEY = "format";
  static final String FORMAT_NAME = "dartboard claim report";
  static final int FORMAT_VERSION = 3;

  /** The oldest format that is read; it has no completeness. */
  static final int OLDEST_VERSION = 2;

  private ClaimSheet() {}

  /**
   * All keys, in the order in which they stand.
   *
   * @param version of the format
   */
  static List<String> keys(int version) {
    List<String> keys = new ArrayList<>();
    keys.add(FORMAT_KEY);
    keys.addAll(SummaryCodec.KEYS);
    if (version == OLDEST_VERSION) {
      keys.remove(SummaryCodec.COMPLETENESS);
    }
    for (String file : ClaimFiles.ALL.subList(1, ClaimFiles.ALL.size())) {
      keys.add(rowsKey(file));
      keys.add(digestKey(file));
    }
    return keys;
  }

  static Sheet encode(ClaimSummary summary, Map<String, Seal> seals) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(FORMAT_KEY, FORMAT_NAME + " " + FORMAT_VERSION));
    rows.addAll(SummaryCodec.encode(summary));
    seals.forEach(
        (file, seal) -> {
          rows.add(List.of(rowsKey(file), Integer.toString(seal.rows())));
          rows.add(List.of(digestKey(file), seal.sha256()));
        });
    return new Sheet(KeyValue.HEADER, rows);
  }

  static String rowsKey(String file) {
    return file + " rows";
  }

  static String digestKey(String file) {
    return file + " sha256";
  }
}
