package org.dartboard.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dartboard.testing.Thrown;
import org.junit.jupiter.api.Test;

class AccuracyKeyTest {
  @Test
  void theBenchmarkHasFourteenAccuracies() {
    assertEquals(
        List.of(
            "c10v_valid_200",
            "c10_test_200",
            "c100_valid_200",
            "c100_test_200",
            "c100_valtest_200",
            "in16_valid_200",
            "in16_test_200",
            "in16_valtest_200",
            "c10v_valid_12",
            "c10_test_12",
            "c100_valid_12",
            "c100_test_12",
            "in16_valid_12",
            "in16_test_12"),
        AccuracyKey.all().stream().map(AccuracyKey::columnName).toList());
  }

  @Test
  void illegalCombinationsNameTheLegalOnes() {
    String c10 = refusal(Dataset.CIFAR10, Split.VALID, Epochs.TWELVE);
    assertTrue(c10.startsWith("cifar10 has no split valid at 12 epochs; it has test."), c10);
    assertTrue(c10.contains("dataset cifar10-valid"), c10);
    String c10v = refusal(Dataset.CIFAR10_VALID, Split.TEST, Epochs.TWO_HUNDRED);
    assertTrue(c10v.contains("it has valid. Test accuracy on CIFAR-10 is that of"), c10v);
    String c100 = refusal(Dataset.CIFAR100, Split.VALTEST, Epochs.TWELVE);
    assertTrue(c100.contains("it has valid, test. The split valtest exists at 200"), c100);
    refusal(Dataset.IMAGENET16_120, Split.VALTEST, Epochs.TWELVE);
    refusal(Dataset.CIFAR10, Split.VALTEST, Epochs.TWO_HUNDRED);
  }

  @Test
  void labelsAreReadInAnyCase() {
    for (Dataset dataset : Dataset.values()) {
      assertEquals(dataset, Dataset.parse(dataset.label().toUpperCase(java.util.Locale.ROOT)));
    }
    assertEquals(Dataset.IMAGENET16_120, Dataset.parse(" imagenet16-120 "));
    assertEquals(Split.VALTEST, Split.parse("ValTest"));
    assertEquals(Epochs.TWO_HUNDRED, Epochs.parse("200"));
    assertEquals(Trial.MEAN, Trial.parse("Mean"));
    assertEquals(new Trial.Seed(777), Trial.parse("777"));
  }

  @Test
  void unknownLabelsNameTheKnownOnes() {
    assertEquals(
        "dataset 'mnist' is unknown; it is one of cifar10-valid, cifar10, cifar100, ImageNet16-120",
        Thrown.message(IllegalQueryException.class, () -> Dataset.parse("mnist")));
    assertEquals(
        "split 'train' is unknown; it is one of valid, test, valtest",
        Thrown.message(IllegalQueryException.class, () -> Split.parse("train")));
    assertEquals(
        "epochs '90' is unknown; it is one of 12, 200",
        Thrown.message(IllegalQueryException.class, () -> Epochs.parse("90")));
    assertTrue(
        Thrown.message(IllegalQueryException.class, () -> Trial.parse("-1"))
            .contains("neither mean nor a seed"));
  }

  private static String refusal(Dataset dataset, Split split, Epochs epochs) {
    return Thrown.message(
        IllegalQueryException.class, () -> new AccuracyKey(dataset, split, epochs));
  }
}
