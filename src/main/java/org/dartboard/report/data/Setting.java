package org.dartboard.report.data;

import org.jspecify.annotations.Nullable;

/**
 * What a figure was measured on.
 *
 * @param dataset blank where the figure belongs to none
 * @param split such as {@code test}; blank where there is none
 * @param epochs epochs of training; null where that means nothing
 */
public record Setting(String dataset, String split, @Nullable Integer epochs) {
  /** For figures that belong to no dataset. */
  public static final Setting NONE = new Setting("", "", null);
}
