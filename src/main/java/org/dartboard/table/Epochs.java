package org.dartboard.table;

/** How long the networks were trained; each length has its own learning rate schedule. */
public enum Epochs {
  TWELVE(12),
  TWO_HUNDRED(200);

  private final int count;

  Epochs(int count) {
    this.count = count;
  }

  /** 12 or 200. */
  public int count() {
    return count;
  }

  /** {@code 12} or {@code 200}. */
  public String label() {
    return Integer.toString(count);
  }

  /**
   * Reads {@code 12} or {@code 200}.
   *
   * @throws IllegalQueryException naming both
   */
  public static Epochs parse(String label) {
    return Labels.parse("epochs", label, values(), Epochs::label);
  }

  @Override
  public String toString() {
    return label();
  }
}
