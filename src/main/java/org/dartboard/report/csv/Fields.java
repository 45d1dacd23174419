package org.dartboard.report.csv;

import org.jspecify.annotations.Nullable;

/** Values as fields: what is absent is blank, numbers keep all their digits. */
final class Fields {
  private Fields() {}

  static String of(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
