package org.dartboard.claim;

import java.util.Optional;
import org.dartboard.table.Dataset;
import org.dartboard.table.Epochs;
import org.dartboard.table.Split;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a claim is about: what has to be measured, and what it is held against.
 *
 * @param label names it within the claim, such as the row of the published table
 * @param quantity what is measured
 * @param dataset the table's dataset, or null where the quantity belongs to no column
 * @param split the table's split, or null likewise
 * @param epochs the table's length of training, or null likewise
 * @param published the published figure, or null if the claim gives none
 * @param reference in words, the measured runs that the target's runs are held against; null if
 *     they are held against the published figure or a fixed value
 */
public record Target(
    String label,
    Quantity quantity,
    @Nullable Dataset dataset,
    @Nullable Split split,
    @Nullable Epochs epochs,
    @Nullable Published published,
    @Nullable String reference) {
  /** The column of the table, or empty where the quantity belongs to none. */
  public Optional<Column> column() {
    return dataset == null || split == null || epochs == null
        ? Optional.empty()
        : Optional.of(new Column(dataset, split, epochs));
  }

  /** Whether a verdict may rest on this target: it needs no published figure or has a good one. */
  public boolean mayDecide() {
    return published == null || published.isTrusted();
  }

  /** Label and column, such as {@code REINFORCE, cifar10 test, 200 epochs}. */
  public String name() {
    return column().map(column -> label + ", " + column).orElse(label);
  }
}
