package org.dartboard.table;

/** Which of an architecture's trainings a figure is of. */
public sealed interface Trial {
  /** The mean over all stored trainings, the figure that papers quote. */
  Trial MEAN = new Mean();

  /** The mean over all stored trainings. */
  record Mean() implements Trial {
    @Override
    public String toString() {
      return "mean";
    }
  }

  /**
   * The training from one seed.
   *
   * @param number 777, 888 or 999 at 200 epochs, 111 at 12; other seeds have no figures
   */
  record Seed(int number) implements Trial {
    @Override
    public String toString() {
      return Integer.toString(number);
    }
  }

  /**
   * Reads {@code mean} or a seed.
   *
   * @throws IllegalQueryException where it is neither
   */
  static Trial parse(String text) {
    String label = text.strip();
    if (label.equalsIgnoreCase("mean")) {
      return MEAN;
    }
    if (label.matches("[0-9]{1,9}")) {
      return new Seed(Integer.parseInt(label));
    }
    throw new IllegalQueryException(
        "trial '"
            + text
            + "' is neither mean nor a seed; seeds are 777, 888 and 999 at 200 epochs"
            + " and 111 at 12 epochs");
  }
}
