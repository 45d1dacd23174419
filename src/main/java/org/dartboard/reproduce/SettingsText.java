package org.dartboard.reproduce;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dartboard.claim.Profile;
import org.dartboard.engine.Precision;

/** How a search differs from its method's own values, in one line for people. */
final class SettingsText {
  private SettingsText() {}

  /**
   * {@code cells=3; epochs=8}; with the precision where it is not what the profile takes anyway;
   * empty where nothing is set.
   *
   * @param precisions the preferred first
   */
  static String of(
      SortedMap<String, Double> settings, List<Precision> precisions, Profile profile) {
    Stream<String> set =
        settings.entrySet().stream().map(entry -> entry.getKey() + "=" + text(entry.getValue()));
    Stream<String> stored =
        precisions.equals(SearchArms.usual(profile))
            ? Stream.of()
            : Stream.of("precision=" + precisions.get(0).label());
    return Stream.concat(set, stored).collect(Collectors.joining("; "));
  }

  private static String text(double value) {
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
