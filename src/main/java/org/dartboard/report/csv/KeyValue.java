package org.dartboard.report.csv;

import java.util.ArrayList;
import java.util.List;
import org.dartboard.report.data.Entry;

/** Files of two columns, key and value: the summary, the configuration, the provenance. */
final class KeyValue {
  static final String KEY = "key";
  static final String VALUE = "value";
  static final List<String> HEADER = List.of(KEY, VALUE);

  private KeyValue() {}

  static Sheet encode(List<Entry> entries) {
    return new Sheet(
        HEADER, entries.stream().map(entry -> List.of(entry.key(), entry.value())).toList());
  }

  static List<Entry> decode(List<SheetRow> rows) {
    List<Entry> entries = new ArrayList<>();
    for (SheetRow row : rows) {
      Entry entry = row.make(() -> new Entry(row.text(KEY), row.text(VALUE)));
      if (entry != null) {
        entries.add(entry);
      }
    }
    return entries;
  }
}
