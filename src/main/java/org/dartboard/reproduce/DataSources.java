package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.List;
import org.dartboard.data.ImageSource;
import org.dartboard.report.data.StandInWords;
import org.dartboard.table.TableSource;

/**
 * What a claim's figures rest on.
 *
 * @param table what cells are looked up in
 * @param images what the networks of its own searches and trainings saw
 */
record DataSources(TableSource table, ImageSource images) {
  static final DataSources PUBLISHED =
      new DataSources(TableSource.NAS_BENCH_201, ImageSource.CIFAR_10);

  /** Whether nothing stands in for published data. */
  boolean published() {
    return table.published() && images.published();
  }

  /** What must be said beside every figure; empty where all is published data. */
  String warning() {
    return StandInWords.joined(table.warning(), images.warning());
  }

  /** What the runs were made on in place of what; empty where all is published data. */
  String inPlace() {
    List<String> parts = new ArrayList<>();
    if (!table.published()) {
      parts.add("on the embedded stand-in, not on NAS-Bench-201");
    }
    if (!images.published()) {
      parts.add("on generated images, not on CIFAR-10");
    }
    return String.join(", and ", parts);
  }
}
