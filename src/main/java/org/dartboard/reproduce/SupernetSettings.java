package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dartboard.claim.SearchSettingsCheck;
import org.dartboard.search.HyperParameterException;
import org.dartboard.search.supernet.SearchTrial;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.SupernetProfile;
import org.dartboard.search.supernet.method.SupernetMethods;

/** What the registered differentiable methods can be set to, and what their searches log. */
public final class SupernetSettings implements SearchSettingsCheck {
  private static final SearchTrial ANY = new SearchTrial(SupernetProfile.DESK, 0, "", "", "");

  /** What the ledger leaves out of every log, or is no number. */
  private static final Set<String> NOT_KEPT = Set.of("learning_rate", "cell");

  @Override
  public Set<String> methods() {
    return SupernetMethods.all().stream().map(SupernetMethod::name).collect(Collectors.toSet());
  }

  @Override
  public boolean freezes(String method) {
    return SupernetMethods.named(method).plan(ANY, Map.of()).epochsOnBothHalves() > 0;
  }

  /**
   * The columns that the ledger keeps and {@link SearchLog} derives; of those by edge, alpha alone,
   * as the ledger leaves p and q out where they follow from it.
   */
  @Override
  public Set<String> columns(String method) {
    Set<String> columns =
        new TreeSet<>(SupernetMethods.named(method).plan(ANY, Map.of()).logColumns());
    columns.removeIf(column -> NOT_KEPT.contains(column) || column.matches("[pq]_\\d-\\d.*"));
    columns.addAll(SearchLog.derived(columns));
    return columns;
  }

  @Override
  public List<String> defects(String method, Map<String, Double> settings) {
    List<String> defects = new ArrayList<>();
    try {
      SupernetMethods.named(method).plan(ANY, settings);
    } catch (HyperParameterException e) {
      defects.addAll(e.defects());
    }
    return defects;
  }
}
