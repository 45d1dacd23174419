package org.dartboard.reproduce;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dartboard.claim.Profile;
import org.dartboard.engine.Precision;

/**
 * One search of the plan, with all its seeds.
 *
 * @param method the registered name
 * @param settings what is set; the method's own values hold for the rest
 * @param precisions what the engine may store its tensors in, the preferred first; all runs in one
 * @param profile desk or paper
 * @param seeds how many, from 0
 * @param hours of one core for one seed, predicted
 * @param claims that need it, in the order of the catalogue
 */
public record PlannedSearch(
    String method,
    SortedMap<String, Double> settings,
    List<Precision> precisions,
    Profile profile,
    int seeds,
    double hours,
    List<String> claims) {
  public PlannedSearch {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    precisions = List.copyOf(precisions);
    claims = List.copyOf(claims);
  }

  /**
   * The settings in one line, with the precision where a claim asks for one that its profile does
   * not take anyway: {@code cells=3; epochs=8}; empty where nothing is set.
   */
  public String settingsText() {
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
