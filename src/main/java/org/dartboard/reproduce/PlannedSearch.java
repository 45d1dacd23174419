package org.dartboard.reproduce;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /** The settings in one line, as {@link SettingsText} has them. */
  public String settingsText() {
    return SettingsText.of(settings, precisions, profile);
  }
}
