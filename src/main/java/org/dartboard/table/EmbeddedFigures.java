package org.dartboard.table;

/**
 * What one training of a cell gave in the embedded table, each the percentage of images that the
 * network classified rightly.
 *
 * @param shortValidation on the validation images, after the short horizon
 * @param shortTest on the test images, after the short horizon
 * @param validation on the validation images, at the end
 * @param test on the test images, at the end
 */
public record EmbeddedFigures(
    double shortValidation, double shortTest, double validation, double test) {
  public EmbeddedFigures {
    for (double figure : new double[] {shortValidation, shortTest, validation, test}) {
      if (!(figure >= 0 && figure <= 100)) {
        throw new IllegalArgumentException(figure + " is not a percentage");
      }
    }
  }
}
