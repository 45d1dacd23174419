package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.SearchMeasure;

/**
 * Which searches claims hold against which, by the digests of their configurations.
 *
 * @param baselines what each search is held against, in the order of the claims
 */
record Comparisons(Map<String, Set<String>> baselines) {
  Comparisons {
    Map<String, Set<String>> copies = new LinkedHashMap<>();
    baselines.forEach((of, against) -> copies.put(of, new LinkedHashSet<>(against)));
    baselines = Collections.unmodifiableMap(copies);
  }

  /** No claim. */
  static Comparisons none() {
    return new Comparisons(Map.of());
  }

  /**
   * These and those of one claim's measures. Arms that are taken together are each held against
   * each of the reference, unless they belong together by their places.
   *
   * @param arms the claim's, by their labels
   */
  Comparisons and(Procedure.SupernetSearch procedure, Map<String, ArmRuns> arms) {
    Map<String, Set<String>> all = new LinkedHashMap<>();
    baselines.forEach((of, against) -> all.put(of, new LinkedHashSet<>(against)));
    for (SearchMeasure measure : procedure.measures()) {
      List<String> of = digests(measure.of(), arms);
      List<String> against = digests(measure.against(), arms);
      for (int i = 0; i < of.size(); i++) {
        List<String> own = measure.isCentred() ? against.subList(i, i + 1) : against;
        for (String baseline : own) {
          if (!baseline.equals(of.get(i))) {
            all.computeIfAbsent(of.get(i), digest -> new LinkedHashSet<>()).add(baseline);
          }
        }
      }
    }
    return new Comparisons(all);
  }

  /** What a search is held against. */
  Set<String> against(String digest) {
    return baselines.getOrDefault(digest, Set.of());
  }

  /** The searches that are held against one. */
  List<String> heldAgainst(String baseline) {
    return baselines.entrySet().stream()
        .filter(entry -> entry.getValue().contains(baseline))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> digests(List<String> labels, Map<String, ArmRuns> arms) {
    List<String> digests = new ArrayList<>();
    for (String label : labels) {
      ArmRuns runs = arms.get(label);
      if (runs == null) {
        throw new IllegalArgumentException("no arm is called '" + label + "'");
      }
      digests.add(runs.configuration().digest());
    }
    return digests;
  }
}
